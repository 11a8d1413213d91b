import 'server-only';
import { isEmbedded } from '@/lib/env';
import { pingCache } from '@/lib/infra/cache';
import { isLocalIdentity } from '@/lib/infra/local-issuer';
import { pingDatabase } from '@/lib/infra/mongo';
import { pingStorage } from '@/lib/infra/s3';

export type DependencyState = 'healthy' | 'degraded' | 'down' | 'embedded';
export type Health = {
  status: 'healthy' | 'degraded' | 'down';
  dependencies: Record<
    'database' | 'cache' | 'storage' | 'identity',
    { state: DependencyState; milliseconds?: number }
  >;
};

/** Milliseconds from which an answer counts as slow. */
const SLOW_MS = 500;

async function check(
  engine: 'mongodb' | 'redis' | 's3',
  ping: () => Promise<number>,
): Promise<{ state: DependencyState; milliseconds?: number }> {
  try {
    const milliseconds = Math.round((await ping()) * 10) / 10;
    if (milliseconds > SLOW_MS) return { state: 'degraded', milliseconds };
    return { state: isEmbedded(engine) ? 'embedded' : 'healthy', milliseconds };
  } catch {
    return { state: 'down' };
  }
}

/** How each dependency is. Without database or storage the site is down; without the cache it is slower. */
export async function getHealth(): Promise<Health> {
  const [database, cache, storage] = await Promise.all([
    check('mongodb', pingDatabase),
    check('redis', pingCache),
    check('s3', pingStorage),
  ]);
  const identity = { state: isLocalIdentity() ? ('embedded' as const) : ('healthy' as const) };
  const down = database.state === 'down' || storage.state === 'down';
  const slow = [database, cache, storage].some(({ state }) => state === 'degraded' || state === 'down');
  return {
    status: down ? 'down' : slow ? 'degraded' : 'healthy',
    dependencies: { database, cache, storage, identity },
  };
}
