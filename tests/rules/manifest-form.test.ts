import { describe, expect, it } from 'vitest';
import { manifestOf } from '@/components/dashboard/manifest/draft';
import { parseRecord, parseRows, printRows } from '@/components/dashboard/manifest/lines';
import { suggestDest, suggestDraft } from '@/components/dashboard/manifest/suggest-draft';
import { manifestSchema } from '@/lib/manifest/schema';

describe('lists typed as lines', () => {
  it('split at the first equals sign, and keep the others', () => {
    expect(parseRows('ll = ls -la\n\ngs=git status --short=v2', ['name', 'expansion'])).toEqual([
      { name: 'll', expansion: 'ls -la' },
      { name: 'gs', expansion: 'git status --short=v2' },
    ]);
  });

  it('let a key be an equals sign when the separator has spaces', () => {
    expect(parseRows('n = C-= = bigger font', ['mode', 'keys', 'does'])).toEqual([
      { mode: 'n', keys: 'C-=', does: 'bigger font' },
    ]);
  });

  it('leave out what a line does not say, and print as they were typed', () => {
    const rows = parseRows('ripgrep = fast\nfd', ['name', 'note']);
    expect(rows).toEqual([{ name: 'ripgrep', note: 'fast' }, { name: 'fd' }]);
    expect(printRows(rows, ['name', 'note'])).toBe('ripgrep = fast\nfd');
    expect(parseRecord('neovim = >=0.10')).toEqual({ neovim: '>=0.10' });
  });
});

describe('a draft', () => {
  it('begins with what package.json says, and becomes a valid manifest once the kind is chosen', () => {
    const draft = suggestDraft({
      username: 'ada',
      fileName: 'pure-prompt-1.28.3.tgz',
      paths: ['pure.zsh', 'readme.md', 'package.json', '.config/pure/colors', 'bin/pure-test'],
      packageJson: JSON.stringify({
        name: '@x/pure-prompt',
        version: '1.28.3',
        description: 'Pretty, minimal and fast ZSH prompt',
        license: 'MIT',
        keywords: ['zsh', 'Not A Tag'],
        repository: 'sindresorhus/pure',
      }),
    });
    const manifest = manifestOf({ ...draft, kind: 'prompt', prompt: { shells: ['zsh'], engine: 'pure' } });
    expect(manifestSchema.safeParse(manifest).error).toBeUndefined();
    expect(manifest).toMatchObject({
      name: '@ada/pure-prompt',
      keywords: ['zsh'],
      links: { repository: 'https://github.com/sindresorhus/pure' },
      files: [
        { src: 'pure.zsh', dest: '{config}/pure-prompt/pure.zsh' },
        { src: '.config/pure/colors', dest: '{config}/pure/colors' },
        { src: 'bin/pure-test', dest: '{bin}/pure-test' },
      ],
    });
    expect(manifest).not.toHaveProperty('colorTheme');
  });

  it('survives a package.json that is not one, and a name that cannot be used', () => {
    const draft = suggestDraft({ username: 'ada', fileName: 'Größe.tgz', paths: [], packageJson: '{"name":' });
    expect(draft.name).toBe('@ada/gr-e');
    expect(suggestDest('.zshrc', 'x')).toBe('{home}/.zshrc');
  });
});
