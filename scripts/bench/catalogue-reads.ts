import mongoose from 'mongoose';
import { GET as readModule } from '@/app/api/v1/modules/[namespace]/[name]/route';
import { GET as searchModules } from '@/app/api/v1/modules/route';
import { GET as suggest } from '@/app/api/v1/suggest/route';
import { listModules } from '@/lib/discovery/queries';
import type { ListModulesInput } from '@/lib/discovery/schema';
import { env } from '@/lib/env';
import { connectDatabase, pingDatabase } from '@/lib/infra/mongo';
import { ModuleModel } from '@/models/module-kinds';
import { NOUNS } from '../seed/words';
import { readIn } from './read-in';
import { INSIDE } from './reader';
import { OTHER_READS, SEARCH_CLASSES } from './search-classes';
import { timed } from './timed';

/**
 * A process of its own for each catalogue. A message names a read and how often; the answer holds the milliseconds of each.
 * A read is one request to the API's own handler: caller, limit, index, rows and the answer as text, all but the line between
 * them. The index forgets what it was asked between two reads; rows that are shown again may come from the process, as they
 * do in production.
 */
type Work = () => Promise<unknown>;

type Handler<P> = (request: Request, context: { params: Promise<P> }) => Promise<Response>;

/** Asks one handler and takes its answer, which has to be an answer. */
async function ask<P>(handler: Handler<P>, params: P, query: object = {}): Promise<string> {
  const search = new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)]));
  const request = new Request(`${env().APP_URL}/api/v1/read?${search}`);
  const response = await handler(request, { params: Promise.resolve(params) });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${search}: ${response.status} ${text}`);
  return text;
}

const SILENT = ['the', 'a', 'of', 'for', 'with', 'and', 'to', 'in', 'by', 'is', 'it', 'or', 'as', 'at', 'be', 'on'];

const bySearchApi = (query: ListModulesInput) => ask(searchModules, {}, query);

/** Questions in turn. Words that say nothing, or a date before every module, make each new to an index that remembers answers. */
function inTurn(queries: ListModulesInput[], read: (query: ListModulesInput) => Promise<unknown> = bySearchApi): Work {
  let next = 0;
  return () => {
    const query = queries[next % queries.length] ?? {};
    const [one, other] = [SILENT[next % 16], SILENT[Math.floor(next / 16) % 16]];
    const day = new Date(FIRST_DAY + next * DAY_MS).toISOString().slice(0, 10);
    next += 1;
    return read(query.q ? { ...query, q: `${one} ${query.q} ${other}` } : { ...query, updated: `>=${day}` });
  };
}

/** Catalogues share one cache, and it must not answer for another: the days of this reader, all before every module. */
const DAY_MS = 86_400_000;
const FIRST_DAY = Date.UTC(1000, 0, 1) + Number(process.env.BENCH_READER) * 1000 * DAY_MS;

/** Pages that are read in turn from a depth on, and how their lengths differ, so that no answer is in a cache yet. */
const PAGES = 12;
const LENGTHS = 20;
const LONGEST = 100;
/** More than are read before what the cache knows of the first is too old. */
const MODULES = 1000;

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

/** Modules that differ, and differ between catalogues, for the newest are never the same: none is in a cache yet. */
async function oneModule(): Promise<Work> {
  const some = await ModuleModel.find({}, { namespace: 1, name: 1 }).sort({ _id: -1 }).limit(MODULES).lean();
  let next = 0;
  return () => {
    const { namespace, name } = some[next++ % some.length] ?? { namespace: '', name: '' };
    return ask(readModule, { namespace, name });
  };
}

/** Beginnings of two to five letters, each asked as somebody would type it. */
function typing(): Work {
  let next = 0;
  return () => {
    next += 1;
    return ask(suggest, {}, { q: (NOUNS[next % NOUNS.length] ?? '').slice(0, 2 + (next % 4)) });
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
    Object.entries({ ...SEARCH_CLASSES, ...OTHER_READS }).flatMap(([name, queries]) => [
      [name, () => inTurn(queries)],
      [INSIDE + name, () => inTurn(queries, listModules)],
    ]),
  ),
  suggestions: typing,
  'a module': oneModule,
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
