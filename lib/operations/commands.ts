import 'server-only';
import { timingSafeEqual } from 'node:crypto';
import { feedSearchEngine } from '@/lib/discovery/changes';
import { refreshRanks } from '@/lib/discovery/commands';
import { env } from '@/lib/env';
import { invalidate } from '@/lib/infra/invalidate';
import { refreshListings } from '@/lib/versions/refresh-listings';
import { sweepUploads } from '@/lib/versions/sweep';
import { createIndexes } from './indexes';

/** At every start: indexes are there, listings are as this release derives them, and nothing that an earlier process prerendered is taken for new. */
async function refresh(): Promise<object> {
  await createIndexes();
  await refreshListings();
  await invalidate({ type: 'catalogueReplaced' });
  return { refreshed: true };
}

const JOBS = {
  refresh,
  'sweep-uploads': () => sweepUploads(),
  'refresh-ranks': () => refreshRanks(),
  'refresh-listings': () => refreshListings(),
  'feed-search': () => feedSearchEngine(),
} satisfies Record<string, () => Promise<object>>;

export const isJob = (name: string): name is keyof typeof JOBS => Object.hasOwn(JOBS, name);
export const runJob = (name: keyof typeof JOBS): Promise<object> => JOBS[name]();

/** Whether a call carries the scheduler's secret. */
export function isCronCall(authorization: string | null): boolean {
  const expected = env().CRON_SECRET;
  if (!expected || !authorization) return false;
  const given = Buffer.from(authorization);
  const wanted = Buffer.from(`Bearer ${expected}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
