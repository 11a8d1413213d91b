import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAgainst, clashesAmong } from '@/lib/relations/own-check';
import { LONGEST_LIST, parseOwnList } from '@/lib/relations/own-list';
import { neverMeet, occupiedBy, togetherScore } from '@/lib/relations/rules';
import { comparedRefs } from '@/lib/relations/schema';

const one = (line: string) => {
  const { entries } = parseOwnList(line);
  return entries[0] ? `${entries[0].kind} ${entries[0].what}` : null;
};
const claimsIn = (text: string) => parseOwnList(text).entries.flatMap(({ claims }) => claims);

describe('a line of one’s own configuration', () => {
  it.each([
    ["alias gs='git status'", 'alias gs'],
    ["gs='git status'", 'alias gs'],
    ["alias -g G='| grep'", 'alias G'],
    ["alias gs 'git status'", 'alias gs'],
    ["alias ..='cd ..'", 'alias ..'],
    ['abbr -a -- gco git checkout', 'alias gco'],
    ['alias.st status -sb', 'alias st'],
    ['git config --global alias.st "status -sb"', 'alias st'],
    ['~/.zshrc', 'dest ~/.zshrc'],
    ['$HOME/.config/kitty/kitty.conf', 'dest ~/.config/kitty/kitty.conf'],
    ['/home/ada/.config/kitty/kitty.conf', 'dest ~/.config/kitty/kitty.conf'],
    ['.config/kitty/kitty.conf', 'dest ~/.config/kitty/kitty.conf'],
    ['{config}/kitty/kitty.conf', 'dest ~/.config/kitty/kitty.conf'],
    ['bind | split-window -h', 'keys prefix |'],
    ['bind-key -n M-h select-pane -L', 'keys Alt+h'],
    ['bind -T root C-h select-pane -L', 'keys Ctrl+h'],
    ['bind-key -r -T prefix H resize-pane', 'keys prefix Shift+h'],
    ["bindkey '^R' history-search", 'keys Ctrl+r'],
    ['bind \'"\\C-r": history\'', 'keys Ctrl+r'],
    ['map ctrl+shift+t new_tab', 'keys Ctrl+Shift+t'],
    ['bindsym $mod+Return exec foot', 'keys Super+Enter'],
    ['bind = SUPER, Q, killactive,', 'keys Super+q'],
    ['nnoremap <silent> <leader>w :w<CR>', 'keys leader w'],
    ["vim.keymap.set('n', '<leader>w', '<cmd>w<cr>')", 'keys leader w'],
    ['Ctrl+a', 'keys Ctrl+a'],
    ['C-a', 'keys Ctrl+a'],
    ['mkcd() {', 'command mkcd'],
    ['mkcd', 'command mkcd'],
  ])('%s is understood as %s', (line, expected) => {
    expect(one(line)).toBe(expected);
  });

  it('keeps the aliases of git apart from those of a shell', () => {
    expect(claimsIn('[alias]\nst = status -sb')).toEqual(['alias:git st']);
    expect(claimsIn("alias st='status'")).not.toContain('alias:git st');
  });

  it('is handed back when it means nothing, with its number', () => {
    const { unread, entries } = parseOwnList('# a comment\n\nwhat is this?\n');
    expect(entries).toEqual([]);
    expect(unread).toEqual([{ line: 3, text: 'what is this?' }]);
  });
});

describe('modules in a list', () => {
  it('are taken with or without a version, and once', () => {
    expect(parseOwnList('@ada/tmux-calm\n@ada/tmux-calm@2.0.0\n@grace/x ^1').refs).toEqual([
      '@ada/tmux-calm',
      '@grace/x',
    ]);
  });

  it('are found in a lock file wherever it names them', () => {
    const lock = { lockfileVersion: 1, modules: { '@ada/tmux-calm': { version: '2.0.0', needs: ['@grace/x@1.0.0'] } } };
    expect(parseOwnList(JSON.stringify(lock)).refs.sort()).toEqual(['@ada/tmux-calm', '@grace/x']);
  });
});

describe('any text at all', () => {
  it('is read without an error, and every line of it is accounted for', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ maxLength: 3000 }), fc.json(), fc.string({ unit: 'binary' })), (text) => {
        const list = parseOwnList(text);
        expect(list.entries.length + list.unread.length).toBeLessThanOrEqual(text.split(/\r\n?|\n/).length);
      }),
    );
  });

  it.each(['a', ' ', '-', 'alias ', "'", '[', '{"a":', 'bind -n ', '<', '+', '/', '=', 'C-', 'h/'])(
    'is read in time, though it were 64 kB of “%s”',
    (piece) => {
      const started = performance.now();
      parseOwnList(piece.repeat(LONGEST_LIST));
      parseOwnList(`${piece}\n`.repeat(LONGEST_LIST));
      expect(performance.now() - started).toBeLessThan(4000);
    },
  );
});

describe('a module held against a list', () => {
  const claims = ['dest:~/.zshrc', 'alias:zsh gs', 'alias:bash gs', 'keys:tmux prefix |', 'command:mkcd'];
  const check = (text: string, others: { ref: string; claims: string[] | null }[] = []) =>
    checkAgainst('@a/self', claims, parseOwnList(text), others);

  it('names what clashes with the line, once, and what is free', () => {
    const { clashes, free } = check("alias gs='x'\nbind | split-window\n~/other");
    expect(clashes.map(({ line, kind, what }) => [line, kind, what])).toEqual([
      [1, 'alias', 'gs'],
      [2, 'keys', 'prefix |'],
    ]);
    expect(free.map(({ what }) => what)).toEqual(['~/.zshrc', 'mkcd']);
  });

  it('says of other modules whether they share anything, and nothing of those that are not public', () => {
    const { modules } = check('@b/x', [
      { ref: '@b/x', claims: ['command:mkcd', 'command:y'] },
      { ref: '@b/free', claims: ['command:y'] },
      { ref: '@b/hidden', claims: null },
      { ref: '@a/self', claims },
    ]);
    expect(modules.map(({ state }) => state)).toEqual(['clash', 'free', 'absent', 'same']);
  });
});

it('several modules fight over what more than one of them occupies', () => {
  const among = clashesAmong([
    { ref: '@a/x', claims: ['alias:zsh g', 'alias:bash g', 'dest:~/.x'] },
    { ref: '@b/y', claims: ['alias:zsh g', 'alias:bash g'] },
    { ref: '@c/z', claims: ['dest:~/.z'] },
  ]);
  expect(among).toEqual([{ kind: 'alias', what: 'g', programs: ['zsh', 'bash'], refs: ['@a/x', '@b/y'] }]);
});

it('paths come before commands, aliases and keys', () => {
  const kinds = occupiedBy(['keys:tmux x', 'alias:zsh x', 'command:x', 'dest:~/x']).map(({ kind }) => kind);
  expect(kinds).toEqual(['dest', 'alias', 'keys', 'command']);
});

it('modules of different systems never meet', () => {
  expect(neverMeet(['linux'], ['macos'])).toBe(true);
  expect(neverMeet(['linux'], ['macos', 'linux'])).toBe(false);
  expect(neverMeet([], ['macos'])).toBe(false);
});

it('one or two people say nothing about what goes together, and popularity is held against the popular', () => {
  const evidence = { collections: 0, bundles: 0, people: 2, stars: 0 };
  expect(togetherScore(evidence)).toBe(0);
  expect(togetherScore({ ...evidence, people: 3 })).toBeGreaterThan(0);
  expect(togetherScore({ ...evidence, people: 3, stars: 5000 })).toBeLessThan(
    togetherScore({ ...evidence, people: 3 }),
  );
});

describe('modules to compare', () => {
  it('are read however people write them, up to four, each once', () => {
    const { refs, problems } = comparedRefs(['@a/x,b/y', 'https://dotkit.example/@c/z?tab=1 @a/x', '@d/w @e/v']);
    expect(refs).toEqual(['@a/x', '@b/y', '@c/z', '@d/w']);
    expect(problems).toHaveLength(1);
  });

  it('of any text are a short list of names', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.array(fc.string())), (given) => {
        const { refs, problems } = comparedRefs(given);
        expect(refs.length).toBeLessThanOrEqual(4);
        expect(problems.length).toBeLessThanOrEqual(4);
      }),
    );
  });
});
