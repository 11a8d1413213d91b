import 'server-only';
import mongoose from 'mongoose';
import { isListed } from '@/lib/modules/rules';
import { type CollectionDocument, CollectionModel } from '@/models/collection';
import type { ModuleDocument } from '@/models/module';
import { ModuleModel } from '@/models/module-kinds';
import { type StarDocument, StarModel } from '@/models/star';
import type { TogetherDto } from '@/types/relations';
import { RELATED_PROJECTION, type RelatedFields, refOf, toRelated } from './related';
import { FEWEST_PEOPLE, togetherScore } from './rules';

/** Bounds of what is looked at: the most recent, or the most popular, of each. */
const MOST_COLLECTIONS = 100;
const MOST_BUNDLES = 40;
const MOST_PEOPLE = 150;
const MOST_STARS = 2000;
const MOST_CANDIDATES = 60;
const SHOWN = 6;

type Place = { namespace: string; name: string };
/** Who says that two modules go together; each voice counts once, however often it says so. */
type Voices = { collections: Set<string>; bundles: Set<string>; people: Set<string> };
type Seen = Map<string, Voices>;

function hear(seen: Seen, place: Place, kind: keyof Voices, voice: string): void {
  const ref = refOf(place);
  const voices = seen.get(ref) ?? { collections: new Set(), bundles: new Set(), people: new Set() };
  voices[kind].add(voice);
  seen.set(ref, voices);
}

async function hearCollections(seen: Seen, self: Place): Promise<void> {
  const rows = await CollectionModel.find(
    { visibility: 'public', items: mongoose.trusted({ $elemMatch: { namespace: self.namespace, name: self.name } }) },
    { owner: 1, 'items.namespace': 1, 'items.name': 1 },
  )
    .sort({ updatedAt: -1 })
    .limit(MOST_COLLECTIONS)
    .lean<Pick<CollectionDocument, 'owner' | 'items'>[]>();
  for (const { owner, items } of rows) for (const item of items) hear(seen, item, 'collections', owner);
}

async function hearBundles(seen: Seen, self: Place): Promise<void> {
  const rows = await ModuleModel.find({ dependsOn: refOf(self) }, { namespace: 1, name: 1, kind: 1, dependsOn: 1 })
    .sort({ 'rank.trending': -1, _id: -1 })
    .limit(MOST_BUNDLES)
    .lean<Pick<ModuleDocument, 'namespace' | 'kind' | 'dependsOn'>[]>();
  for (const { namespace, kind, dependsOn } of rows) {
    if (kind !== 'bundle') continue;
    for (const ref of dependsOn) {
      const [of = '', name = ''] = ref.slice(1).split('/');
      hear(seen, { namespace: of, name }, 'bundles', namespace);
    }
  }
}

async function hearPeople(seen: Seen, self: Place): Promise<void> {
  const fans = await StarModel.find({ namespace: self.namespace, name: self.name }, { userId: 1 })
    .limit(MOST_PEOPLE)
    .lean<Pick<StarDocument, 'userId'>[]>();
  if (fans.length < FEWEST_PEOPLE) return;
  const stars = await StarModel.find(
    { userId: mongoose.trusted({ $in: fans.map(({ userId }) => userId) }) },
    { userId: 1, namespace: 1, name: 1 },
  )
    .sort({ createdAt: -1, _id: -1 })
    .limit(MOST_STARS)
    .lean<StarDocument[]>();
  for (const star of stars) hear(seen, star, 'people', star.userId);
}

const strengthOf = ({ collections, bundles, people }: Voices, stars: number) =>
  togetherScore({ collections: collections.size, bundles: bundles.size, people: people.size, stars });

/** Public modules that go with this one, strongest first: see `togetherScore` for the formula. */
export async function findTogether(self: Place): Promise<TogetherDto[]> {
  const seen: Seen = new Map();
  await Promise.all([hearCollections(seen, self), hearBundles(seen, self), hearPeople(seen, self)]);
  seen.delete(refOf(self));
  const candidates = [...seen]
    .filter(([, voices]) => strengthOf(voices, 0) > 0)
    .sort((a, b) => strengthOf(b[1], 0) - strengthOf(a[1], 0))
    .slice(0, MOST_CANDIDATES)
    .map(([ref]) => ref.slice(1).split('/'));
  if (candidates.length === 0) return [];
  const rows = await ModuleModel.find(
    { $or: candidates.map(([namespace = '', name = '']) => ({ namespace, name })) },
    { ...RELATED_PROJECTION, visibility: 1, stars: 1 },
  ).lean<(RelatedFields & Pick<ModuleDocument, 'visibility' | 'stars'>)[]>();
  return rows
    .filter(isListed)
    .flatMap((row) => {
      const voices = seen.get(refOf(row));
      return voices ? [{ row, voices, strength: strengthOf(voices, row.stars) }] : [];
    })
    .sort((a, b) => b.strength - a.strength || (refOf(a.row) < refOf(b.row) ? -1 : 1))
    .slice(0, SHOWN)
    .map(({ row, voices: { collections, bundles, people } }) => ({
      ...toRelated(row),
      collections: collections.size,
      bundles: bundles.size,
      people: people.size >= FEWEST_PEOPLE ? people.size : 0,
    }));
}
