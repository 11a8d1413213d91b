import { describe, expect, it } from 'vitest';
import { readQuery } from '@/app/(storefront)/explore/search/read-query';

describe('the address of a list', () => {
  it('takes operators out of the search text', () => {
    const { shown, problems } = readQuery({ q: 'calm kind:multiplexer-config status tag:vi' });
    expect(shown).toEqual({ q: 'calm status', kind: 'multiplexer-config', tag: 'vi' });
    expect(problems).toEqual([]);
  });

  it('leaves out what is not valid, names it, and keeps the rest', () => {
    const { shown, input, problems } = readQuery({ q: 'git', kind: 'nonsense', sort: 'sideways', limit: '9999' });
    expect(shown).toEqual({ q: 'git' });
    expect(input).toEqual({ q: 'git' });
    expect(problems).toHaveLength(3);
    expect(problems[0]).toContain('nonsense');
  });

  it('ignores empty, repeated and unknown parameters', () => {
    expect(readQuery({ q: ' ', tag: ['zsh', 'bash'], utm_source: 'x' }).shown).toEqual({ tag: 'zsh' });
  });
});
