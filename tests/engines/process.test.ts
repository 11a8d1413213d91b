import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import mongoose from 'mongoose';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lockOwner } from '../../embedded/data-lock.mjs';
import { runningEngines, startEngines } from '../../scripts/lib/engines.mjs';

type Engines = Awaited<ReturnType<typeof startEngines>>;

let dataDir: string;
const running: Engines[] = [];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'dotkit-engines-'));
});
afterEach(async () => {
  for (const engines of running.splice(0)) await engines.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(only: string[]): Promise<{ env: Record<string, string>; engines: Engines }> {
  const engines = await startEngines({ dataDir, only });
  running.push(engines);
  return { env: engines.env, engines };
}

async function kill({ child }: Engines) {
  if (!child) throw new Error('There is no process of engines.');
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

const storageOf = (env: Record<string, string>) =>
  new S3Client({
    region: env.S3_REGION ?? '',
    endpoint: env.S3_ENDPOINT ?? '',
    forcePathStyle: true,
    credentials: { accessKeyId: env.S3_ACCESS_KEY_ID ?? '', secretAccessKey: env.S3_SECRET_ACCESS_KEY ?? '' },
    maxAttempts: 1,
  });

/** Runs `write(n)` for n = 0, 1, … in eight lanes until the engines are killed; the numbers that were acknowledged. */
async function writeUntilKilled(engines: Engines, write: (n: number) => Promise<unknown>): Promise<Set<number>> {
  const acknowledged = new Set<number>();
  let next = 0;
  let killing: Promise<void> | undefined;
  const lane = async () => {
    for (;;) {
      const n = next++;
      await write(n);
      acknowledged.add(n);
      if (acknowledged.size >= 300) killing ??= kill(engines);
    }
  };
  await Promise.allSettled(Array.from({ length: 8 }, lane));
  await killing;
  return acknowledged;
}

describe('the process of the engines', () => {
  test('no acknowledged write of the database is lost by SIGKILL', async () => {
    const first = await start(['mongodb']);
    const connection = await mongoose
      .createConnection(first.env.MONGODB_URI ?? '', { serverSelectionTimeoutMS: 1000, retryWrites: false })
      .asPromise();
    const acknowledged = await writeUntilKilled(first.engines, (n) => connection.collection('writes').insertOne({ n }));
    await connection.destroy();

    const second = await start(['mongodb']);
    const again = await mongoose.createConnection(second.env.MONGODB_URI ?? '').asPromise();
    const found = new Set((await again.collection('writes').find().toArray()).map(({ n }) => n));
    await again.close();
    const lost = [...acknowledged].filter((n) => !found.has(n));
    console.log(`killed after ${acknowledged.size} acknowledged writes of the database: ${lost.length} lost`);
    expect(lost).toEqual([]);
  });

  test('no acknowledged object is lost by SIGKILL, and none is there by half', async () => {
    const first = await start(['s3']);
    const Bucket = first.env.S3_BUCKET ?? '';
    const body = (n: number) => `${n}:`.repeat(20_000);
    const client = storageOf(first.env);
    const acknowledged = await writeUntilKilled(first.engines, (n) =>
      client.send(new PutObjectCommand({ Bucket, Key: `k${n}`, Body: body(n) })),
    );

    const second = await start(['s3']);
    const reader = storageOf(second.env);
    const { Contents = [] } = await reader.send(new ListObjectsV2Command({ Bucket }));
    const found = new Set(Contents.map(({ Key }) => Number(Key?.slice(1))));
    const lost = [...acknowledged].filter((n) => !found.has(n));
    for (const { Key = '' } of Contents) {
      const { Body } = await reader.send(new GetObjectCommand({ Bucket, Key }));
      expect(await Body?.transformToString()).toBe(body(Number(Key.slice(1))));
    }
    console.log(`killed after ${acknowledged.size} acknowledged objects: ${lost.length} lost, ${found.size} whole`);
    expect(lost).toEqual([]);
  });

  test('credentials, keys and addresses stay the same from start to start', async () => {
    const all = ['redis', 's3', 'identity'];
    const first = await start(all);
    await first.engines.stop();
    const second = await start(all);
    expect(second.env).toEqual(first.env);
    expect(statSync(join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600);
    expect(statSync(join(dataDir, 'engines.json')).mode & 0o777).toBe(0o600);
  });

  test('a second process on the same data is refused; the lock of a killed one is not', async () => {
    const { engines } = await start(['s3']);
    await expect(startEngines({ dataDir, only: ['s3'] })).rejects.toThrow(/could not start/);
    expect((await runningEngines(dataDir, ['s3']))?.S3_BUCKET).toBe('dotkit');
    await expect(runningEngines(dataDir, ['mongodb'])).rejects.toThrow(/without mongodb/);
    await kill(engines);
    expect(existsSync(join(dataDir, 'engines.json'))).toBe(true);
    expect(await runningEngines(dataDir, ['s3'])).toBeNull();
    await start(['s3']);
  });

  test('a start waits for the stop before it', async () => {
    const first = await start(['s3']);
    const [, second] = await Promise.all([first.engines.stop(), start(['s3'])]);
    expect(second.env).toEqual(first.env);
  });

  test("a lock whose process number lives on as somebody else's is stale", async () => {
    writeFileSync(join(dataDir, 'engines.lock'), JSON.stringify({ pid: process.pid, ticks: '1' }));
    expect(lockOwner(dataDir)).toBeNull();
    await start(['s3']);
    expect(lockOwner(dataDir)).not.toBeNull();
  });

  test('a port that somebody else took meanwhile is given up', async () => {
    const first = await start(['s3']);
    await first.engines.stop();
    const port = new URL(first.env.S3_ENDPOINT ?? '').port;
    const squatter = spawn(process.execPath, [
      '-e',
      `require('net').createServer().listen(${port}, '127.0.0.1', () => console.log(1))`,
    ]);
    await once(squatter.stdout, 'data');
    const second = await start(['s3']);
    squatter.kill();
    expect(second.env.S3_ENDPOINT).not.toBe(first.env.S3_ENDPOINT);
  });

  test('a clean stop leaves no hand-over, no lock and no socket', async () => {
    const { env, engines } = await start(['mongodb', 'redis', 's3']);
    const socket = decodeURIComponent(/mongodb:\/\/([^/]+)/.exec(env.MONGODB_URI ?? '')?.[1] ?? '');
    expect(existsSync(socket)).toBe(true);
    await engines.stop();
    expect(engines.child?.exitCode).toBe(0);
    expect([socket, join(dataDir, 'engines.json'), join(dataDir, 'engines.lock')].filter(existsSync)).toEqual([]);
  });

  test('engines end when their launcher is killed', async () => {
    const script = `
      import { startEngines } from './scripts/lib/engines.mjs';
      await startEngines({ dataDir: ${JSON.stringify(dataDir)}, only: ['s3'] });
      console.log('up');`;
    const launcher = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(launcher.stdout, 'data');
    expect(lockOwner(dataDir)).not.toBeNull();
    launcher.kill('SIGKILL');
    await expect.poll(() => lockOwner(dataDir), { timeout: 10_000 }).toBeNull();
  });
});
