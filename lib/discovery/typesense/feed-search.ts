import 'server-only';
import { DomainError } from '@/lib/errors';
import { log } from '@/lib/infra/log';
import type { SearchRow } from '../search/search-index';
import type { TypesenseClient } from './client';
import { ALIAS, COLLECTION, isLater, MARKS } from './collection';
import { toDocument } from './document';
import { type Mark, readMark, saveMark } from './marks';

/** A row, and the moment of its last change. */
export type Change = { row: SearchRow; at: number };
export type ChangeSource = {
  /** All rows in the order of their ids, after one of them. */
  all: (after: string) => AsyncIterable<Change>;
  /** Rows that changed at or after a moment, in the order of moments and then of ids; those of that very moment after one id. */
  changed: (at: number, after: string) => AsyncIterable<Change>;
};

type Alias = { collection_name: string };

const BATCH = 500;
/** Rows are read again for so long: one may be written a while after the moment that it carries, or by a host whose clock is behind. */
const OVERLAP_MS = 30_000;
/** One run ends after so long; the next one goes on where it was. */
const RUN_MS = 60_000;

/**
 * Brings the collection of this release up to the database, for at most a minute. A new one is filled first, and takes the alias, and
 * with it the visitors, when it is complete; until then the one before answers as it was. What is sent twice changes nothing.
 * Where a later release has taken over already, an earlier one stands back.
 */
export async function feedSearch(
  client: TypesenseClient,
  source: ChangeSource,
  now = Date.now,
): Promise<{ fed: number; isNews: boolean; phase: Mark['phase'] | 'superseded' }> {
  const serving = (await client.manage<Alias>('GET', `/aliases/${ALIAS}`))?.collection_name;
  if (serving && isLater(serving)) {
    log.warn('search.superseded', { serving, ours: COLLECTION.name });
    return { fed: 0, isNews: false, phase: 'superseded' };
  }
  const startedAt = now();
  const run = { client, deadline: startedAt + RUN_MS, now, fed: 0, newest: 0 };
  let mark = await currentMark(client, startedAt);
  if (mark.phase === 'filling') {
    const { since } = mark;
    const isDone = await send(run, source.all(mark.after), ({ row }) => ({ phase: 'filling', after: row.id, since }));
    if (!isDone) return { fed: run.fed, isNews: false, phase: 'filling' };
    mark = { phase: 'following', at: since - OVERLAP_MS, after: '' };
    await saveMark(client, COLLECTION.name, mark);
  }
  const isDone = await send(run, source.changed(mark.at, mark.after), ({ row, at }) => ({
    phase: 'following',
    at,
    after: row.id,
  }));
  if (isDone) {
    await saveMark(client, COLLECTION.name, { phase: 'following', at: startedAt - OVERLAP_MS, after: '' });
    if (serving !== COLLECTION.name) await takeOver(client, serving);
  }
  // Within the overlap the same rows come again and again; news is what came after the run before began.
  return { fed: run.fed, isNews: run.newest >= mark.at + OVERLAP_MS, phase: 'following' };
}

async function currentMark(client: TypesenseClient, startedAt: number): Promise<Mark> {
  const isThere = (await client.manage('GET', `/collections/${COLLECTION.name}`)) !== null;
  const mark = isThere ? await readMark(client, COLLECTION.name) : null;
  if (mark) return mark;
  // The mark comes before the collection: one that an earlier collection of this name left behind would be taken for its own.
  // Two workers may begin at once: what exists already (409) is as good.
  const first: Mark = { phase: 'filling', after: '', since: startedAt };
  await client.manage('POST', '/collections', MARKS, [409]);
  await saveMark(client, COLLECTION.name, first);
  await client.manage('POST', '/collections', COLLECTION, [409]);
  return first;
}

type Run = { client: TypesenseClient; deadline: number; now: () => number; fed: number; newest: number };

/** Sends changes batch by batch, and notes after each how far it came. False if time ran out before the end. */
async function send(run: Run, changes: AsyncIterable<Change>, markAfter: (last: Change) => Mark): Promise<boolean> {
  let batch: Change[] = [];
  const flush = async () => {
    const last = batch.at(-1);
    if (!last) return;
    await apply(run.client, batch, run.now());
    await saveMark(run.client, COLLECTION.name, markAfter(last));
    run.fed += batch.length;
    run.newest = Math.max(run.newest, last.at);
    batch = [];
  };
  for await (const change of changes) {
    batch.push(change);
    if (batch.length < BATCH) continue;
    await flush();
    if (run.now() > run.deadline) return false;
  }
  await flush();
  return true;
}

async function apply(client: TypesenseClient, changes: Change[], now: number): Promise<void> {
  const documents = changes.flatMap(({ row }) => toDocument(row, now) ?? []);
  if (documents.length > 0) {
    const results = await client.importInto(COLLECTION.name, documents);
    results.forEach((result, at) => {
      if (!result.success) refused(result, documents[at]?.id);
    });
  }
  const hidden = changes.flatMap(({ row }) => (row.search ? [] : [row.id]));
  // Ids are hexadecimal digits: nothing in them is filter syntax.
  if (hidden.length > 0)
    await client.manage('DELETE', `/collections/${COLLECTION.name}/documents?filter_by=id:[${hidden.join(',')}]`);
}

/** A document that the engine cannot take must not hold up the others; an engine that cannot take any is tried again. */
function refused({ error, code = 400 }: { error?: string; code?: number }, id: unknown): void {
  log.error('search.document_refused', { id, code, error });
  if (code >= 500) throw new DomainError('search_down');
}

/** Lets visitors search the collection of this release, and drops the one before. */
async function takeOver(client: TypesenseClient, before: string | undefined): Promise<void> {
  await client.manage('PUT', `/aliases/${ALIAS}`, { collection_name: COLLECTION.name });
  if (before) await client.manage('DELETE', `/collections/${before}`);
}
