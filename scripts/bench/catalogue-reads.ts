import mongoose from 'mongoose';
import { listModules, suggestModules } from '@/lib/discovery/queries';
import type { ListModulesInput } from '@/lib/discovery/schema';
import { env } from '@/lib/env';
import { connectDatabase, pingDatabase } from '@/lib/infra/mongo';
import { ModuleModel } from '@/models/module-kinds';
import { ModuleVersionModel } from '@/models/module-version';
import { NOUNS } from '../seed/words';
import { readIn } from './read-in';
import { OTHER_READS, SEARCH_CLASSES } from './search-classes';
import { timed } from './timed';

/**
 * A process of its own for each catalogue. A message names a read and how often; the answer holds the milliseconds of each.
 * The index forgets what it was asked between two reads; rows that are shown again may come from the process, as they do
 * in production.
 */
type Work = () => Promise<unknown>;

const SILENT = ['the', 'a', 'of', 'for', 'with', 'and', 'to', 'in', 'by', 'is', 'it', 'or', 'as', 'at', 'be', 'on'];

/** Questions in turn. Words that say nothing, or a date before every module, make each new to an index that remembers answers. */
function inTurn(queries: ListModulesInput[]): Work {
  let next = 0;
  return () => {
    const query = queries[next % queries.length] ?? {};
    const [one, other] = [SILENT[next % 16], SILENT[Math.floor(next / 16) % 16]];
    const year = 1000 + (next % 900);
    next += 1;
    return listModules(query.q ? { ...query, q: `${one} ${query.q} ${other}` } : { ...query, updated: `>=${year}` });
  };
}

/** Pages that are read in turn from a depth on, and how their lengths differ, so that no answer is in a cache yet. */
const PAGES = 12;
const LENGTHS = 20;
const LONGEST = 100;

/** Walks the whole list by its own cursors, in the largest steps, down to the wanted depth; then reads the pages from there on. */
async function pagesFrom(depth: number): Promise<Work> {
  const cursors: (string | null)[] = [null];
  for (let at = 0; at < depth + (PAGES - 1) * LONGEST; at += LONGEST) {
    const cursor = cursors[cursors.length - 1];
    const page = await listModules({ sort: 'downloads', limit: LONGEST, ...(cursor ? { cursor } : {}) });
    if (!page.nextCursor) break;
    cursors.push(page.nextCursor);
  }
  const last = cursors.slice(-PAGES);
  let next = 0;
  return () => {
    const cursor = last[next % last.length];
    const limit = LONGEST - (Math.floor(next / last.length) % LENGTHS);
    next += 1;
    return listModules({ sort: 'downloads', limit, ...(cursor ? { cursor } : {}) });
  };
}

async function oneModule(): Promise<Work> {
  const some = await ModuleModel.find({}, { namespace: 1, name: 1 }).limit(500).lean();
  let next = 0;
  return async () => {
    const { namespace, name } = some[next++ % some.length] ?? { namespace: '', name: '' };
    const module = ModuleModel.findOne({ namespace, name }).lean();
    await Promise.all([module, ModuleVersionModel.findOne({ namespace, name, status: 'published' }).lean()]);
  };
}

/** Beginnings of two to five letters, each asked as somebody would type it. */
function typing(): Work {
  let next = 0;
  return () => {
    next += 1;
    return suggestModules((NOUNS[next % NOUNS.length] ?? '').slice(0, 2 + (next % 4)));
  };
}

/** Database search as it comes out of the box: the text index, ordered by its score, counted and faceted. */
async function textSearch(): Promise<Work> {
  // Building the index, and asking it, outlasts the patience of the product's own connection.
  const patient = new mongoose.mongo.MongoClient(env().MONGODB_URI, { socketTimeoutMS: 0 });
  const modules = patient.db().collection(ModuleModel.collection.name);
  const text = { title: 'text', summary: 'text', keywords: 'text' } as const;
  await modules.createIndex(text, { name: 'bench_text' });
  const words = (SEARCH_CLASSES['two frequent words'] ?? []).map(({ q }) => q ?? '');
  let next = 0;
  return () => {
    const score = { score: { $meta: 'textScore' } };
    const match = { $text: { $search: words[next++ % words.length] ?? '' } };
    const page = modules.find(match, { projection: score }).sort(score).limit(24).toArray();
    const counts = modules
      .aggregate([
        { $match: match },
        { $facet: { total: [{ $count: 'n' }], facets: [{ $unwind: '$facets' }, { $sortByCount: '$facets' }] } },
      ])
      .toArray();
    return Promise.all([page, counts]);
  };
}

const READS: Record<string, () => Promise<Work> | Work> = {
  ...Object.fromEntries(
    Object.entries({ ...SEARCH_CLASSES, ...OTHER_READS }).map(([name, queries]) => [name, () => inTurn(queries)]),
  ),
  suggestions: typing,
  'module and version': oneModule,
  ping: () => pingDatabase,
  '$text by score': textSearch,
};

const prepared = new Map<string, Promise<Work> | Work>();

process.on('message', async ({ read, depth, times }: { read: string; depth: number; times: number }) => {
  const key = `${read} ${depth}`;
  const make = READS[read] ?? (() => pagesFrom(depth));
  if (!prepared.has(key)) prepared.set(key, make());
  const work = await prepared.get(key);
  const milliseconds: number[] = [];
  for (let index = 0; work && index < times; index += 1) milliseconds.push(await timed(work));
  process.send?.({ milliseconds, memoryBytes: process.memoryUsage().rss });
});
process.on('disconnect', () => process.exit(0));
await connectDatabase();
const started = performance.now();
await readIn();
process.send?.({ loadedSeconds: (performance.now() - started) / 1000, memoryBytes: process.memoryUsage().rss });
