import type { Metadata } from 'next';
import { ColorForm } from '@/components/colors/color-form';
import { toHueStrip } from '@/components/colors/hue-data';
import { HueStrip } from '@/components/colors/hue-strip';
import { socialCard } from '@/components/layout/social-card';
import { EmptyState } from '@/components/ui/empty-state';
import { listThemesByHue } from '@/lib/home/queries';
import { routes } from '@/lib/routes';

export const revalidate = 60;

const title = 'Find a theme by colour';
const description = 'Pick a colour or paste a hex, and see the colour themes that come nearest to it.';

export const metadata: Metadata = {
  title,
  description,
  alternates: { canonical: routes.colors() },
  openGraph: socialCard({ title, description, url: routes.colors() }),
};

/** Colour search before a colour is chosen: the whole wheel. Served under /colors. */
export default async function ColorsStart() {
  const themes = toHueStrip(await listThemesByHue(100));
  const any = themes.coloured.length + themes.greys.length > 0;
  return (
    <div className="wrap colors">
      <h1>Find a theme by colour</h1>
      <p>Pick a colour or paste one, and see which themes come nearest, as an eye would judge it (CIEDE2000).</p>
      <ColorForm />
      <section className="sec">
        <h2>Popular themes by hue</h2>
        {any ? <HueStrip themes={themes} /> : <EmptyState title="No colour themes yet" />}
      </section>
    </div>
  );
}
