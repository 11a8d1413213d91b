import { cssStyle, paletteCss } from '@/components/modules/palette-style';
import { routes } from '@/lib/routes';
import type { ModuleItemDto } from '@/types/module';

type Match = { variant: string; place: string; hex: string; deltaE: number; contrast: number };
export type ColorResult = { module: ModuleItemDto; match: Match };

/** How far off a colour is, in a word beside the figure. */
function nearness(deltaE: number): string {
  if (deltaE < 0.05) return 'the same colour';
  if (deltaE < 2) return 'hardly to be told apart';
  return deltaE < 6 ? 'close' : 'of the same family';
}

function Result({ color, result: { module, match } }: { color: string; result: ColorResult }) {
  const { namespace, name, title, palette } = module;
  return (
    <li style={palette && cssStyle(paletteCss(palette))}>
      <div className="pair" aria-hidden>
        <i style={{ background: color }} />
        <i style={{ background: match.hex }} />
      </div>
      <div>
        <h3>
          <a className="link" href={routes.module(namespace, name)}>
            {title}
          </a>
        </h3>
        <code>{`@${namespace}/${name}`}</code>
        <p>
          <b>{match.hex}</b> {match.place} of {match.variant}
        </p>
        <p>
          <b>ΔE {match.deltaE.toFixed(1)}</b>, {nearness(match.deltaE)}. Text {match.contrast.toFixed(1)} to 1
        </p>
      </div>
      <div className="sw" aria-hidden />
    </li>
  );
}

/** The themes that have a colour or one near it, nearest first. */
export function ColorResults({ color, results }: { color: string; results: ColorResult[] }) {
  return (
    <ol className="near">
      {results.map((result) => (
        <Result key={`${result.module.namespace}/${result.module.name}`} color={color} result={result} />
      ))}
    </ol>
  );
}
