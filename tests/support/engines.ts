import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEngines } from '../../scripts/lib/engines.mjs';

type Environment = Record<string, string>;
type Started = { env: Environment; users: number; stop: () => Promise<void> };

declare module 'vitest' {
  export interface ProvidedContext {
    /** Variables of the embedded engines that this run has started. */
    engineEnv: Record<string, string>;
    /** Variables of hosted engines that the caller named, to be compared with the embedded ones. */
    hostedEnv: Record<string, string>;
  }
}

export const TEST_ORIGIN = 'http://localhost:3000';

/** Every project of a run has its own setup; they meet here, so that one process of engines serves all. */
const holder = globalThis as { dotkitTestEngines?: Promise<Started> | undefined };

async function start(): Promise<Started> {
  const { S3_BUCKET, UPSTASH_REDIS_REST_URL } = hosted();
  console.log(
    `conformance: storages judged: embedded${S3_BUCKET ? `, hosted (${S3_BUCKET})` : ' (no hosted one is named)'}`,
  );
  console.log(
    `conformance: caches judged: embedded${UPSTASH_REDIS_REST_URL ? ', hosted' : ' (no hosted one is named)'}`,
  );
  const dataDir = await mkdtemp(join(tmpdir(), 'dotkit-test-'));
  const engines = await startEngines({
    dataDir,
    only: ['mongodb', 'redis', 's3', 'identity'],
    origins: [TEST_ORIGIN],
  });
  return {
    env: engines.env,
    users: 0,
    stop: async () => {
      await engines.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

const hosted = (): Environment =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => {
      const isNamed = /^(CONFORMANCE_)?(S3_|UPSTASH_REDIS_REST_)/.test(name) && value;
      return isNamed ? [[name.replace(/^CONFORMANCE_/, ''), value]] : [];
    }),
  );

/** Starts the engines at the first project that needs them and stops them after the last. */
export default async function setup(project: TestProject) {
  holder.dotkitTestEngines ??= start();
  const started = await holder.dotkitTestEngines;
  started.users += 1;
  project.provide('engineEnv', started.env);
  project.provide('hostedEnv', hosted());
  return async () => {
    started.users -= 1;
    if (started.users > 0) return;
    holder.dotkitTestEngines = undefined;
    await started.stop();
  };
}
