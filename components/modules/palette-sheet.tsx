import { contrastRatio } from '@/lib/utils/contrast';
import type { Palette } from '@/types/module';
import { cssStyle, paletteCss } from './palette-style';

const NAMES = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'] as const;

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
        <p>
          <b>~/dotfiles</b> <i>❯</i> ls -l
        </p>
        <p>
          drwxr-xr-x <b>.config</b>
        </p>
        <p>
          -rwxr-xr-x <i>install.sh</i>
        </p>
        <p>
          lrwxrwxrwx <u>.zshrc</u> → zsh/rc
        </p>
        <p>
          <b>~/dotfiles</b> <i>❯</i> git diff
        </p>
        <p>
          <s>-set background=light</s>
        </p>
        <p>
          <i>+set background=dark</i>
        </p>
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
