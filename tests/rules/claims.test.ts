import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimsOf, homeDest, readClaim } from '@/lib/manifest/claims';
import { manifestSchema } from '@/lib/manifest/schema';
import { keyChords } from '@/lib/utils/key-chords';
import type { ModuleKind } from '@/types/module-kind';
import { SAMPLES } from '../support/archives/manifests';

const claims = (kind: ModuleKind, fields: Record<string, unknown>) =>
  claimsOf(manifestSchema.parse({ ...SAMPLES[kind], ...fields }));
const file = (dest: string, mode: string) =>
  mode === 'source-line' ? { dest, mode, line: 'source x' } : { src: 'main.conf', dest, mode };

describe('a key binding', () => {
  it.each([
    ['C-a', 'Ctrl+a'],
    ['Ctrl+a', 'Ctrl+a'],
    ['ctrl + A', 'Ctrl+a'],
    ['Ctrl A', 'Ctrl+a'],
    ['^A', 'Ctrl+a'],
    ['<C-a>', 'Ctrl+a'],
    ['shift+ctrl+enter', 'Ctrl+Shift+Enter'],
    ['ctrl-shift-return', 'Ctrl+Shift+Enter'],
    ['Super Shift H', 'Shift+Super+h'],
    ['$mod+Return', 'Super+Enter'],
    ['H', 'Shift+h'],
    ['M-H', 'Alt+Shift+h'],
    ['Ctrl A |', 'Ctrl+a |'],
    ['ctrl+equal', 'Ctrl+='],
    ['Ctrl+-', 'Ctrl+-'],
    ['Ctrl -', 'Ctrl+-'],
    ['Ctrl++', 'Ctrl++'],
    ['prefix -', 'prefix -'],
    ['F11', 'F11'],
    ['<leader>ff', 'leader f f'],
    ['gd', 'g d'],
    ['<', '<'],
  ])('%s is %s', (written, canonical) => {
    expect(keyChords(written, 'neovim')).toEqual([canonical]);
  });

  it('that stands for several is each of them', () => {
    expect(keyChords('Alt H/J')).toEqual(['Alt+h', 'Alt+j']);
    expect(keyChords('Alt 1…3')).toEqual(['Alt+1', 'Alt+2', 'Alt+3']);
  });

  it('is led by the prefix or leader that the module names', () => {
    expect(keyChords('C-a |', 'tmux', { keys: 'C-a', name: 'prefix' })).toEqual(['prefix |']);
    expect(keyChords('Space w', 'vim', { keys: ' ', name: 'leader' })).toEqual(['leader w']);
  });

  it('of any text is a short list, and reading it again changes nothing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ maxLength: 200 }), fc.string({ unit: 'grapheme' })), (text) => {
        const chords = keyChords(text);
        expect(chords.length).toBeLessThanOrEqual(16);
        expect(keyChords(text)).toEqual(chords);
      }),
    );
  });
});

describe('what a module occupies', () => {
  it('is one place, however the path is written and however the file gets there', () => {
    const copy = claims('terminal-config', { files: [file('{config}/kitty/kitty.conf', 'copy')] });
    const link = claims('terminal-config', { files: [file('{home}/.config/kitty/kitty.conf', 'link')] });
    expect(copy).toContain('dest:~/.config/kitty/kitty.conf');
    expect(link).toContain('dest:~/.config/kitty/kitty.conf');
    expect(homeDest('{bin}/x')).toBe('~/.local/bin/x');
  });

  it('is not a file that it shares with others', () => {
    const shared = claims('shell-plugin', {
      files: [file('{home}/.zshrc', 'source-line'), file('{home}/.profile', 'block')],
    });
    expect(shared.filter((claim) => claim.startsWith('dest:'))).toEqual([]);
  });

  it('tells the aliases of a shell from those of git', () => {
    const shellPlugin = {
      ...SAMPLES['shell-plugin'].shellPlugin,
      shells: ['zsh'],
      aliases: [{ name: 'st', expansion: 'x' }],
    };
    expect(claims('shell-plugin', { shellPlugin })).toContain('alias:zsh st');
    expect(
      claims('git-config', { gitConfig: { parts: ['aliases'], aliases: [{ name: 'st', command: 'status' }] } }),
    ).toContain('alias:git st');
  });

  it('tells the keys of one program from those of another, and of one mode from another', () => {
    const tmux = claims('multiplexer-config', {
      multiplexerConfig: {
        multiplexer: 'tmux',
        role: 'config',
        prefix: 'C-a',
        keybindings: [{ keys: 'C-a |', does: 'x' }],
      },
    });
    expect(tmux).toContain('keys:tmux prefix |');
    const nvim = claims('editor-config', {
      editorConfig: { editor: 'neovim', role: 'config', keymaps: [{ mode: 'n, v', keys: '<C-a>', does: 'x' }] },
    });
    expect(nvim).toEqual(expect.arrayContaining(['keys:neovim/n Ctrl+a', 'keys:neovim/v Ctrl+a']));
  });

  it('holds commands of scripts and functions of shell plugins', () => {
    const script = { interpreter: 'sh', commands: [{ name: 'words', path: 'main.conf' }] };
    expect(claims('script', { script })).toContain('command:words');
    const shellPlugin = { ...SAMPLES['shell-plugin'].shellPlugin, functions: ['mkcd'] };
    expect(claims('shell-plugin', { shellPlugin })).toContain('command:mkcd');
  });

  it('is read back as it was written', () => {
    expect(readClaim('alias:git st')).toEqual({ kind: 'alias', program: 'git', what: 'st' });
    expect(readClaim('keys:tmux prefix |')).toEqual({ kind: 'keys', program: 'tmux', what: 'prefix |' });
    expect(readClaim('dest:~/My Files/a')).toEqual({ kind: 'dest', program: '', what: '~/My Files/a' });
  });
});
