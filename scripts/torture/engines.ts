import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEngines } from '../lib/engines.mjs';

type Own = { env: Record<string, string>; stop: () => Promise<void> };
let own: Promise<Own> | undefined;

async function start(): Promise<Own> {
  const dataDir = await mkdtemp(join(tmpdir(), 'dotkit-torture-'));
  const engines = await startEngines({ dataDir, only: ['mongodb', 'redis', 's3', 'identity'] });
  // The product reads its environment once, at the first use; until then nothing of it may be loaded.
  Object.assign(process.env, engines.env);
  const { createIndexes } = await import('@/lib/operations/indexes');
  const { disconnectDatabase } = await import('@/lib/infra/mongo');
  const { backgroundSettled } = await import('@/lib/infra/background');
  await createIndexes();
  const stop = async () => {
    await backgroundSettled();
    await disconnectDatabase();
    await engines.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { env: engines.env, stop };
}

/** Starts engines of our own, once for all runs, in a directory that is gone afterwards: nothing that somebody keeps is touched. */
export async function ownEngines(): Promise<Record<string, string>> {
  own ??= start();
  return (await own).env;
}

export async function stopOwnEngines(): Promise<void> {
  await (await own)?.stop();
}
