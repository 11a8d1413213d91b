import { describe, expect, it } from 'vitest';
import { parseOperators } from '@/lib/discovery/operators';
import { parseStars, parseUpdated } from '@/lib/discovery/ranges';

const day = (text: string) => Date.parse(`${text}T00:00:00Z`);

describe('typed operators', () => {
  it('become filters, and the other words stay the text', () => {
    expect(parseOperators('calm kind:prompt status  Tag:"zsh" stars:>10 UPDATED:7d')).toEqual({
      text: 'calm status',
      filters: { kind: 'prompt', tag: 'zsh', stars: '>10', updated: '7d' },
      problems: [],
    });
  });

  it.each([
    ['kind:theme', { kind: 'color-theme' }],
    ['kind:colour-themes', { kind: 'color-theme' }],
    ['kind:tmux', undefined],
    ['kind:config', undefined],
    ['os:mac', { os: 'macos' }],
    ['author:@Ada', { author: 'ada' }],
    ['licence:mit', { license: 'MIT' }],
    ['license:LicenseRef-mine', { license: 'LicenseRef-mine' }],
    ['license:"MIT OR Apache-2.0"', { license: 'MIT OR Apache-2.0' }],
    ['capability:none', { capability: 'none' }],
    ['appearance:pink', undefined],
    ['stars:many', undefined],
    ['updated:2026-02-30', undefined],
    ['tag:', undefined],
    ['tag:""', undefined],
  ])('%s is read as %j', (q, filters) => {
    const parsed = parseOperators(q);
    expect(parsed.filters).toEqual(filters ?? {});
    expect(parsed.problems).toHaveLength(filters ? 0 : 1);
    expect(parsed.text).toBe('');
  });

  it('keeps the words of an unknown one and names it', () => {
    const { text, problems } = parseOperators('git foo:bar -tag:zsh');
    expect(text).toBe('git foo bar -tag zsh');
    expect(problems.map(({ operator, value }) => `${operator}=${value}`)).toEqual(['foo=bar', '-tag=zsh']);
  });

  it('takes the first of two values, and says so unless they are the same', () => {
    expect(parseOperators('tag:a tag:b').filters).toEqual({ tag: 'a' });
    expect(parseOperators('tag:a tag:b').problems).toHaveLength(1);
    expect(parseOperators('tag:a tag:a').problems).toEqual([]);
  });

  it.each(['https://a.b/c', 'std::move', ':e', '10:30', '[a-z]*(', '"kind of', ''])('leaves %j alone', (q) => {
    expect(parseOperators(q)).toEqual({ text: q, filters: {}, problems: [] });
  });

  it('reads hostile length in no time', () => {
    const started = performance.now();
    for (const q of ['a'.repeat(10_000), 'tag:"'.repeat(2_000), '"'.repeat(10_000), 'x:y '.repeat(2_500)])
      parseOperators(q);
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe('ranges', () => {
  it.each([
    ['>10', { from: 11 }],
    ['>=10', { from: 10 }],
    ['<5', { to: 4 }],
    ['<=5', { to: 5 }],
    ['10..50', { from: 10, to: 50 }],
    ['10..*', { from: 10 }],
    ['*..50', { to: 50 }],
    ['10', { from: 10, to: 10 }],
  ])('%s stars', (text, range) => {
    expect(parseStars(text)).toEqual(range);
  });

  it.each([
    ['>2026-01-01', { from: day('2026-01-02') }],
    ['<2026-06-01', { to: day('2026-06-01') - 1 }],
    ['2026-01-01..2026-02-01', { from: day('2026-01-01'), to: day('2026-02-02') - 1 }],
    ['>=2026-03', { from: day('2026-03-01') }],
    ['2026', { from: day('2026-01-01'), to: day('2027-01-01') - 1 }],
    ['7d', { from: day('2026-05-08') }],
    ['2w', { from: day('2026-05-01') }],
  ])('updated %s', (text, range) => {
    expect(parseUpdated(text, day('2026-05-15'))).toEqual(range);
  });

  it.each(['', '>', '10..', '50..10', '>1..2', '1e9', '--', '*', '99999999999', '2026-13-01', '7x'])(
    'refuses %j',
    (text) => {
      expect(parseStars(text)).toBeNull();
      expect(parseUpdated(text, 0)).toBeNull();
    },
  );
});
