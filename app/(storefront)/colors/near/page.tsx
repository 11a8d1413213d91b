import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { ColorForm } from '@/components/colors/color-form';
import { ColorResults } from '@/components/colors/color-results';
import { type ColorParams, readColors } from '@/components/colors/read-colors';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { findThemesByColor, MOST_DELTA_E } from '@/lib/colors/queries';
import { routes } from '@/lib/routes';

type Props = { searchParams: Promise<ColorParams> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { shown } = readColors(await searchParams);
  return {
    title: `Themes near ${shown.color}`,
    description: `Colour themes with ${shown.color} or a colour near it.`,
    alternates: { canonical: routes.colors() },
    robots: { index: false, follow: true },
  };
}

/** What a form sent becomes an address that can be shared: one colour, and only the filters that were chosen. */
function tidy(params: ColorParams, read: ReturnType<typeof readColors>): void {
  if (read.query === null || (params.hex === undefined && params.was === undefined)) return;
  const { color, part, contrast, appearance, app } = read.shown;
  redirect(
    routes.colors({ color: color.slice(1), part: part === 'any' ? undefined : part, contrast, appearance, app }),
  );
}

export default async function ColorsPage({ searchParams }: Props) {
  const params = await searchParams;
  const read = readColors(params);
  tidy(params, read);
  const results = read.query ? await findThemesByColor(read.query) : [];
  return (
    <div className="wrap colors">
      <h1>{read.query ? `Themes near ${read.shown.color}` : 'Find a theme by colour'}</h1>
      <ColorForm shown={read.shown} />
      {read.problem && <Notice tone="warn" title={read.problem} />}
      {read.query && results.length > 0 && (
        <section className="sec">
          <h2>Nearest first</h2>
          <ColorResults color={read.query.color} results={results} />
        </section>
      )}
      {read.query && results.length === 0 && (
        <EmptyState title="No theme comes near this colour">
          Nothing lies within ΔE {MOST_DELTA_E}. Look at any colour of a theme, or{' '}
          <a className="link" href={routes.colors({ color: read.query.color.slice(1) })}>
            search without filters
          </a>
          .
        </EmptyState>
      )}
    </div>
  );
}
