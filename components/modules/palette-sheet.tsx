import { contrastRatio } from '@/lib/utils/contrast';
import type { Palette } from '@/types/module';
import { cssStyle, paletteCss } from './palette-style';

const NAMES = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'] as const;

/** A session in runs of colour and text. Drawn from attributes: it is a picture of a palette, whatever its contrast. */
const SAMPLE: [colour: string, text: string][][] = [
  [
    ['4', '~/dotfiles '],
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
  [
    ['5', 'export '],
    ['6', 'PAGER'],
    ['f', '='],
    ['3', '"less -R"'],
  ],
];

function Swatch({ name, hex, background }: { name: string; hex: string; background: string }) {
  const ratio = contrastRatio(hex, background);
  return (
    <tr>
      <td>
        <i style={{ background: hex }} />
      </td>
      <th scope="row">{name}</th>
      <td>{hex}</td>
      <td data-low={ratio < 4.5 || undefined}>{ratio.toFixed(1)}</td>
    </tr>
  );
}

/** One variant: a terminal that wears it, and every colour with its contrast against the background. */
export function PaletteSheet({
  variant: { name, palette },
  folded,
}: {
  variant: { name: string; palette: Palette };
  folded: boolean;
}) {
  const { background, foreground, ansi } = palette;
  return (
    <details className="sheet" open={!folded}>
      <summary>
        <h3>{name}</h3>
      </summary>
      <div className="term shot" style={cssStyle(paletteCss(palette))} role="img" aria-label={`A terminal in ${name}`}>
        {SAMPLE.map((runs) => (
          <p key={runs.map(([, text]) => text).join('')}>
            {runs.map(([tag, text]) => (
              <i key={text} style={{ color: `var(--${tag})` }} data-t={text} />
            ))}
          </p>
        ))}
        <div className="sw" />
      </div>
      <details>
        <summary>Colours and contrast: text {contrastRatio(foreground, background).toFixed(1)} to 1</summary>
        <table className="sws">
          <caption className="sr-only">Colours of {name} with their contrast against its background</caption>
          <tbody>
            <Swatch name="foreground" hex={foreground} background={background} />
            {ansi.map((hex, index) => (
              <Swatch
                key={`${index.toString()}${hex}`}
                name={`${index > 7 ? 'bright ' : ''}${NAMES[index % 8]}`}
                hex={hex}
                background={background}
              />
            ))}
          </tbody>
        </table>
      </details>
    </details>
  );
}
