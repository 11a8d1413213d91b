import { HomeView } from '@/components/modules/home-view';
import { getHome } from '@/lib/discovery/queries';
import { getModule } from '@/lib/modules/queries';
import type { HomeDto, ModuleDto } from '@/types/module';

export const revalidate = 60;
export const metadata = { alternates: { canonical: '/' } };

const ENOUGH_WRITES = 3;

/** A module whose plan tells the story: of the popular ones, the first that writes more than a file or two. */
async function pickExample({ trending, fresh }: HomeDto): Promise<ModuleDto | null> {
  const candidates = [...trending, ...fresh].slice(0, 6);
  const modules = await Promise.all(candidates.map(({ namespace, name }) => getModule(namespace, name, null)));
  const known = modules.filter((module) => module !== null);
  const variety = (module: ModuleDto) => new Set(module.writes.map((write) => write.mode)).size;
  const telling = known.filter((module) => module.writes.length >= ENOUGH_WRITES);
  return telling.sort((a, b) => variety(b) - variety(a))[0] ?? known.find((module) => module.writes.length > 0) ?? null;
}

export default async function HomePage() {
  const home = await getHome();
  return <HomeView home={home} example={await pickExample(home)} />;
}
