import { cssStyle } from '@/components/modules/palette-style';
import type { HueStripData, HueTuple } from './hue-data';

function Swatches({ label, themes }: { label: string; themes: HueTuple[] }) {
  if (themes.length === 0) return null;
  return (
    <ul aria-label={label}>
      {themes.map(([ref, title, css]) => (
        <li key={ref}>
          <a href={`/${ref}`} title={title} style={cssStyle(css)}>
            <span>{title}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Themes in the order of the colour wheel, each a slim swatch of its own palette; greys apart. */
export function HueStrip({ themes: { coloured, greys } }: { themes: HueStripData }) {
  return (
    <div className="hues">
      <Swatches label="Themes by hue" themes={coloured} />
      <Swatches label="Grey themes" themes={greys} />
    </div>
  );
}
