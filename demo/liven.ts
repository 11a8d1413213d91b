import { createHash } from 'node:crypto';
import { ApiProblem, type Call } from './api-client';
import { COLLECTIONS } from './collections';
import { inParallel } from './in-parallel';
import type { CatalogueEntry } from './source';

const AT_ONCE = 4;

/** A number from 0 to 1 that is the same for the same words in every run. */
function chance(...words: string[]): number {
  return createHash('sha256').update(words.join('\n')).digest().readUInt32BE(0) / 0xffffffff;
}

async function unlessThere(code: string, work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof ApiProblem && error.code === code)) throw error;
  }
}

/** What people come for; everything else is liked by chance. */
const FAVOURITES = new Set([
  'ada/nvim-quiet',
  'ada/tidewater',
  'ada/tmux-calm',
  'grace/hypr-tiles',
  'inkfish/pure',
  'inkfish/spaceship',
  'linus/git-short',
  'palettist/catppuccin',
]);

const appeal = ({ namespace, name }: CatalogueEntry) =>
  FAVOURITES.has(`${namespace}/${name}`) ? 0.95 : 0.7 * chance('liked', namespace, name);

async function star(call: Call, { namespace, name }: CatalogueEntry): Promise<void> {
  await call('PUT', `/modules/${namespace}/${name}/star`);
}

async function download(call: Call, { namespace, name, versions }: CatalogueEntry): Promise<void> {
  const version = versions.at(-1)?.().manifest.version ?? '';
  await call('GET', `/modules/${namespace}/${name}/versions/${version}/download`);
}

type World = {
  people: ReadonlyMap<string, Call>;
  entries: readonly CatalogueEntry[];
  /** Modules that this run published: downloads are counted each time, so only these are downloaded. */
  fresh: ReadonlySet<CatalogueEntry>;
};

/** Everybody stars what they like, and downloads it when it is new. */
async function giveStars({ people, entries, fresh }: World): Promise<number> {
  const wishes = entries.flatMap((entry) => {
    const liked = appeal(entry);
    return [...people]
      .filter(([username]) => username !== entry.namespace && chance(username, entry.namespace, entry.name) < liked)
      .map(([, call]) => ({ call, entry }));
  });
  await inParallel(wishes, AT_ONCE, async ({ call, entry }) => {
    await star(call, entry);
    if (fresh.has(entry)) await download(call, entry);
  });
  return wishes.length;
}

async function makeCollections(people: ReadonlyMap<string, Call>): Promise<void> {
  for (const { owner, items, ...collection } of COLLECTIONS) {
    const call = people.get(owner);
    if (!call) throw new Error(`${owner} is not one of the demo people.`);
    await unlessThere('collection_exists', call('POST', '/collections', { ...collection, visibility: 'public' }));
    for (const [ref, note] of items) {
      await call('PUT', `/collections/${owner}/${collection.slug}/items/${ref}`, { note });
    }
  }
}

/** Stars, first downloads and public collections, all through the REST API. Safe to repeat. */
export async function liven(world: World): Promise<{ stars: number; collections: number }> {
  const stars = await giveStars(world);
  await makeCollections(world.people);
  return { stars, collections: COLLECTIONS.length };
}
