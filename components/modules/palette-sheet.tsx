import { routes } from '@/lib/routes';
import { contrastRatio } from '@/lib/utils/contrast';
import type { Palette } from '@/types/module';
import { PaletteSamples } from './palette-samples';
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
      <td>
        <a className="link" href={routes.colors({ color: hex.slice(1) })} title="Themes with this colour">
          {hex}
        </a>
      </td>
      <td data-low={ratio < 4.5 || undefined}>{ratio.toFixed(1)}</td>
    </tr>
  );
}

/** WCAG's names for a contrast: 7 to 1, 4.5 to 1, and less. */
const grade = (ratio: number) => (ratio >= 7 ? 'AAA' : ratio >= 4.5 ? 'AA' : 'low');

/** How well text can be read in it, before anybody opens the table: the text, and the least of the six hues. */
function Verdict({ palette: { background, foreground, ansi } }: { palette: Palette }) {
  const text = contrastRatio(foreground, background);
  const hues = ansi.slice(1, 7).map((hex) => contrastRatio(hex, background));
  const least = Math.min(...hues);
  return (
    <>
      Text {text.toFixed(1)} to 1 ({grade(text)}); the faintest of its six hues {least.toFixed(1)} to 1 ({grade(least)})
    </>
  );
}

/** One variant: a terminal and an editor that wear it, and every colour with its contrast against the background. */
export function PaletteSheet({
  variant: { name, palette },
  folded,
}: {
  variant: { name: string; palette: Palette };
  folded: boolean;
}) {
  const { background, foreground, cursor, accent, ansi } = palette;
  const named = { foreground, ...(cursor ? { cursor } : {}), ...(accent ? { accent } : {}) };
  return (
    <details className="sheet" open={!folded}>
      <summary>
        <h3>{name}</h3>
      </summary>
      <PaletteSamples name={name} style={cssStyle(paletteCss(palette))} />
      <details>
        <summary>
          Colours and contrast: <Verdict palette={palette} />
        </summary>
        <table className="sws">
          <caption className="sr-only">Colours of {name} with their contrast against its background</caption>
          <tbody>
            {Object.entries(named).map(([role, hex]) => (
              <Swatch key={role} name={role} hex={hex} background={background} />
            ))}
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
