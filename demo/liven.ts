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

async function starAndDownload(call: Call, { namespace, name, versions }: CatalogueEntry): Promise<void> {
  await call('PUT', `/modules/${namespace}/${name}/star`);
  const version = versions.at(-1)?.().manifest.version ?? '';
  await call('GET', `/modules/${namespace}/${name}/versions/${version}/download`);
}

/** Everybody stars and downloads what they like; how well a module is liked is drawn once per module. */
async function giveStars(people: ReadonlyMap<string, Call>, entries: readonly CatalogueEntry[]): Promise<number> {
  const wishes = entries.flatMap((entry) => {
    const liked = chance('liked', entry.namespace, entry.name) ** 1.5;
    return [...people]
      .filter(([username]) => username !== entry.namespace && chance(username, entry.namespace, entry.name) < liked)
      .map(([, call]) => ({ call, entry }));
  });
  await inParallel(wishes, AT_ONCE, ({ call, entry }) => starAndDownload(call, entry));
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
export async function liven(
  people: ReadonlyMap<string, Call>,
  entries: readonly CatalogueEntry[],
): Promise<{ stars: number; collections: number }> {
  const stars = await giveStars(people, entries);
  await makeCollections(people);
  return { stars, collections: COLLECTIONS.length };
}
