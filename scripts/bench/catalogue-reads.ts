import { listModules, suggestModules } from '@/lib/discovery/queries';
import type { ListModulesInput } from '@/lib/discovery/schema';
import { connectDatabase } from '@/lib/infra/mongo';
import { ModuleModel } from '@/models/module-kinds';
import { ModuleVersionModel } from '@/models/module-version';
import type { ModulePage } from '@/types/module';
import { timed } from './timed';

/**
 * A process of its own for each catalogue: reads straight from the database, past every cache. A message names a read
 * and how often; the answer holds the milliseconds of each.
 */
const list = (input: ListModulesInput) => () => listModules(input);

/** Walks the whole list by its own cursors, in the largest steps, down to the wanted depth. */
async function pageAt(depth: number) {
  let cursor: string | null = null;
  for (let at = 0; at < depth; at += 100) {
    const page: ModulePage = await listModules({ sort: 'downloads', limit: 100, ...(cursor ? { cursor } : {}) });
    if (!page.nextCursor) break;
    cursor = page.nextCursor;
  }
  return list({ sort: 'downloads', ...(cursor ? { cursor } : {}) });
}

async function oneModule() {
  const some = await ModuleModel.find({}, { namespace: 1, name: 1 }).limit(500).lean();
  let next = 0;
  return async () => {
    const { namespace, name } = some[next++ % some.length] ?? { namespace: '', name: '' };
    const module = ModuleModel.findOne({ namespace, name }).lean();
    await Promise.all([module, ModuleVersionModel.findOne({ namespace, name, status: 'published' }).lean()]);
  };
}

const READS: Record<string, () => Promise<() => Promise<unknown>>> = {
  'first page': async () => list({ sort: 'downloads' }),
  'one kind': async () => list({ kind: 'prompt' }),
  'newest of a tag': async () => list({ tag: 'git', sort: 'new' }),
  'a frequent word': async () => list({ q: 'git' }),
  'two words': async () => list({ q: 'amber harbor' }),
  'the beginning of a word': async () => list({ q: 'glac' }),
  'nothing found': async () => list({ q: 'zzzzzz' }),
  'module and version': oneModule,
  suggestions: async () => () => suggestModules('har'),
};

const prepared = new Map<string, Promise<() => Promise<unknown>>>();

process.on('message', async ({ read, depth, times }: { read: string; depth: number; times: number }) => {
  const key = `${read} ${depth}`;
  const make = READS[read] ?? (() => pageAt(depth));
  if (!prepared.has(key)) prepared.set(key, make());
  const work = await prepared.get(key);
  const milliseconds: number[] = [];
  for (let index = 0; work && index < times; index += 1) milliseconds.push(await timed(work));
  process.send?.(milliseconds);
});
process.on('disconnect', () => process.exit(0));
await connectDatabase();
process.send?.(Object.keys(READS));
