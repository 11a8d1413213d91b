import type { Metadata } from 'next';
import { JsonLd } from '@/components/found/json-ld';
import { socialCard } from '@/components/layout/social-card';
import { toHomeData } from '@/components/modules/home-data';
import { HomeView } from '@/components/modules/home-view';
import { getHome } from '@/lib/home/queries';
import { getModule } from '@/lib/modules/queries';
import { routes } from '@/lib/routes';
import { absolute } from '@/lib/syndication/absolute';
import { factsOfSite } from '@/lib/syndication/facts';
import type { HomeDto, ModuleDto } from '@/types/module';

export const revalidate = 60;
export const metadata: Metadata = {
  alternates: { canonical: '/', types: { 'application/atom+xml': routes.feed() } },
  openGraph: socialCard({
    title: 'dotkit: dotfile modules you can read before you install',
    description: 'Every module comes with a map of every path it writes.',
    url: '/',
  }),
};

const CANDIDATES = 24;

const READABLE_PATH = 42;

/** How much a plan tells: each different effect counts more than another path, and a path too long to read counts against it. */
function telling({ writes }: ModuleDto): number {
  const effects = new Set(writes.map(({ mode }) => mode)).size;
  const long = writes.filter(({ dest }) => dest.length > READABLE_PATH).length;
  return 10 * effects + Math.min(writes.length, 6) - 5 * long;
}

/** Of the popular and the new modules, the one whose plan tells most. */
async function pickExample({ trending, fresh }: HomeDto): Promise<ModuleDto | null> {
  const candidates = [...trending, ...fresh].slice(0, CANDIDATES);
  const modules = await Promise.all(candidates.map(({ namespace, name }) => getModule(namespace, name, null)));
  const writing = modules.filter((module) => module !== null && module.writes.length > 0);
  return writing.sort((a, b) => (b ? telling(b) : 0) - (a ? telling(a) : 0))[0] ?? null;
}

export default async function HomePage() {
  const home = await getHome();
  return (
    <>
      <JsonLd facts={factsOfSite(absolute)} />
      <HomeView home={toHomeData(home, await pickExample(home))} />
    </>
  );
}
