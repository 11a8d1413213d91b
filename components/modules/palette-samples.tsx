import type { CSSProperties } from 'react';

/** Lines in runs of colour and text. Drawn from attributes: they are pictures of a palette, whatever its contrast. */
type Sample = readonly (readonly (readonly [colour: string, text: string])[])[];

const TERMINAL: Sample = [
  [
    ['4', '~/dotfiles '],
    ['5', 'main '],
    ['2', '❯ '],
    ['f', 'ls -l'],
  ],
  [
    ['f', 'drwxr-xr-x '],
    ['4', '.config'],
  ],
  [
    ['f', '-rwxr-xr-x '],
    ['2', 'install.sh'],
  ],
  [
    ['f', 'lrwxrwxrwx '],
    ['6', '.zshrc '],
    ['8', '-> zsh/rc'],
  ],
  [
    ['4', '~/dotfiles '],
    ['2', '❯ '],
    ['f', 'git diff'],
  ],
  [['1', '-set background=light']],
  [['2', '+set background=dark']],
  [['3', 'warning: 1 file is not yours']],
];

const CODE: Sample = [
  [['8', '-- Keys that are easy to reach']],
  [
    ['5', 'local '],
    ['f', 'map = vim.keymap.'],
    ['4', 'set'],
  ],
  [
    ['5', 'local function '],
    ['4', 'open'],
    ['f', '(path)'],
  ],
  [
    ['5', '  if '],
    ['f', '#path > '],
    ['3', '0 '],
    ['5', 'then'],
  ],
  [
    ['4', '    map'],
    ['f', '('],
    ['2', '"n"'],
    ['f', ', '],
    ['2', '"<leader>w"'],
    ['f', ', path)'],
  ],
  [
    ['5', '    return '],
    ['6', 'true'],
  ],
  [['5', '  end']],
  [['5', 'end']],
];

function Lines({ sample }: { sample: Sample }) {
  return sample.map((runs, line) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one sample never move
    <p key={line}>
      {runs.map(([tag, text]) => (
        <i key={text} style={{ color: `var(--${tag})` }} data-t={text} />
      ))}
    </p>
  ));
}

/** A terminal and an editor that wear a palette, side by side, and its sixteen colours below. */
export function PaletteSamples({ name, style }: { name: string; style: CSSProperties }) {
  return (
    <div className="samples">
      <div className="term shot" style={style} role="img" aria-label={`A terminal in ${name}`}>
        <Lines sample={TERMINAL} />
        <div className="sw" />
      </div>
      <div className="term shot" style={style} role="img" aria-label={`Code in ${name}`}>
        <Lines sample={CODE} />
        <div className="sw" />
      </div>
    </div>
  );
}
