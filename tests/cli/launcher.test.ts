import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildCommand } from '@/cli/build.mjs';
import { version } from '@/cli/package.json';
import { BIN, dotkit } from '../support/cli/run-dotkit';

const CLI = join(import.meta.dirname, '../../cli');

/** What npm would install: no sources beside the bundle. */
async function published(): Promise<{ folder: string; bin: string }> {
  await buildCommand();
  const folder = mkdtempSync(join(tmpdir(), 'dotkit-published-'));
  mkdirSync(join(folder, 'dist'));
  cpSync(join(CLI, 'bin'), join(folder, 'bin'), { recursive: true });
  cpSync(join(CLI, 'dist/dotkit.cjs'), join(folder, 'dist/dotkit.cjs'));
  cpSync(join(CLI, 'package.json'), join(folder, 'package.json'));
  return { folder, bin: join(folder, 'bin/dotkit.mjs') };
}

const run = (bin: string, ...args: string[]) => spawnSync(process.execPath, [bin, ...args], { encoding: 'utf8' });
const caches = (folder: string) => readdirSync(join(folder, 'dist')).filter((name) => name.endsWith('.cache'));

it('in the repository, a newer source is built first, once, and by several at the same time', async () => {
  const source = join(CLI, 'main.ts');
  const { atime, mtime } = statSync(source);
  const now = new Date();
  utimesSync(source, now, now);
  try {
    const together = await Promise.all([1, 2, 3].map(() => dotkit(['--version'])));
    for (const { status, stdout, stderr } of together) {
      expect({ status, stdout }, stderr).toEqual({ status: 0, stdout: `${version}\n` });
      expect(stderr).toMatch(/^(?:dotkit: building the command, its sources are newer …\n)?$/);
    }
    expect(together.some(({ stderr }) => stderr !== '')).toBe(true);
    expect(await dotkit(['--version'])).toMatchObject({ stdout: `${version}\n`, stderr: '' });
  } finally {
    utimesSync(source, atime, mtime);
  }
  expect(readdirSync(join(CLI, 'dist')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

it('the published package runs without sources, keeps what was compiled, and survives its loss', async () => {
  const { folder, bin } = await published();
  expect(run(bin, '--version')).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: '' });
  const [cache = ''] = caches(folder);
  expect(cache).toContain(process.versions.v8);
  expect(run(bin, '--version')).toMatchObject({ status: 0, stdout: `${version}\n` });
  writeFileSync(join(folder, 'dist', cache), 'not what V8 wrote');
  expect(run(bin, '--version')).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: '' });
  expect(statSync(join(folder, 'dist', cache)).size).toBeGreaterThan(10_000);
});

it('runs from a folder that it may not write to', async () => {
  const { folder, bin } = await published();
  chmodSync(join(folder, 'dist'), 0o555);
  // Root writes everywhere, so that for root only the run itself is shown.
  expect(run(bin, '--version')).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: '' });
  chmodSync(join(folder, 'dist'), 0o755);
});

it('a command line that is not understood leaves nothing compiled behind', async () => {
  const { folder, bin } = await published();
  expect(run(bin, 'instal').status).toBe(64);
  expect(caches(folder)).toEqual([]);
});

it('is executable, as npx needs it', () => {
  expect(statSync(BIN).mode & 0o111).toBe(0o111);
  expect(spawnSync(BIN, ['--version'], { encoding: 'utf8' }).stdout).toBe(`${version}\n`);
});
