import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { version } from '@/cli/package.json';
import { BIN, dotkit } from '../support/cli/run-dotkit';

const CLI = join(import.meta.dirname, '../../cli');

/** What npm would install: no sources beside the bundle. */
function published(): { folder: string; bin: string } {
  const folder = mkdtempSync(join(tmpdir(), 'dotkit-published-'));
  mkdirSync(join(folder, 'dist'));
  cpSync(join(CLI, 'bin'), join(folder, 'bin'), { recursive: true });
  cpSync(join(CLI, 'dist/dotkit.cjs'), join(folder, 'dist/dotkit.cjs'));
  cpSync(join(CLI, 'package.json'), join(folder, 'package.json'));
  return { folder, bin: join(folder, 'bin/dotkit.mjs') };
}

const run = (bin: string, ...args: string[]) => spawnSync(process.execPath, [bin, ...args], { encoding: 'utf8' });
const caches = (folder: string) => readdirSync(join(folder, 'dist')).filter((name) => name.endsWith('.cache'));

/** The sources in a place of their own: the other tests run the command while these build it. */
function repository(): { main: string; bin: string } {
  const root = mkdtempSync(join(tmpdir(), 'dotkit-sources-'));
  for (const name of ['cli', 'lib', 'types', 'tsconfig.json', 'package-lock.json']) {
    cpSync(join(CLI, '..', name), join(root, name), { recursive: true, filter: (path) => path !== join(CLI, 'dist') });
  }
  symlinkSync(join(CLI, '../node_modules'), join(root, 'node_modules'));
  return { main: join(root, 'cli/main.ts'), bin: join(root, 'cli/bin/dotkit.mjs') };
}

const SAYS = 'dotkit: building the command, its sources are newer …\n';

it('the bundle holds nothing that bytes read as characters would change', () => {
  expect(readFileSync(join(CLI, 'dist/dotkit.cjs'), 'latin1')).not.toMatch(/[\u0080-\u00ff]/);
});

it('in the repository it is built first, once, and again when a source is newer, by several at the same time', async () => {
  const { main, bin } = repository();
  expect(run(bin, '--version')).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: SAYS });
  expect(run(bin, '--version')).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: '' });
  const now = new Date();
  utimesSync(main, now, now);
  const together = await Promise.all([1, 2, 3].map(() => dotkit(['--version'], { bin })));
  for (const { status, stdout, stderr } of together) {
    expect({ status, stdout }, stderr).toEqual({ status: 0, stdout: `${version}\n` });
    expect(['', SAYS]).toContain(stderr);
  }
  expect(together.some(({ stderr }) => stderr === SAYS)).toBe(true);
  expect(run(bin, '--version')).toMatchObject({ stdout: `${version}\n`, stderr: '' });
  expect(readdirSync(join(dirname(main), 'dist')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

it('sources that do not build are no crash', () => {
  const { main, bin } = repository();
  writeFileSync(main, 'const x = ;\n');
  const { status, stdout, stderr } = run(bin, '--version');
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toContain('dotkit: the build failed.');
  expect(stderr).toContain('cli/main.ts:1:10');
});

it('the published package runs without sources, keeps what was compiled, and survives its loss', () => {
  const { folder, bin } = published();
  expect(run(bin, '--version')).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: '' });
  const [cache = ''] = caches(folder);
  expect(cache).toContain(process.versions.v8);
  expect(run(bin, '--version')).toMatchObject({ status: 0, stdout: `${version}\n` });
  writeFileSync(join(folder, 'dist', cache), 'not what V8 wrote');
  expect(run(bin, '--version')).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: '' });
  expect(statSync(join(folder, 'dist', cache)).size).toBeGreaterThan(10_000);
});

it('runs from a folder that it may not write to', () => {
  const { folder, bin } = published();
  chmodSync(join(folder, 'dist'), 0o555);
  // Root writes everywhere, so that for root only the run itself is shown.
  expect(run(bin, '--version')).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: '' });
  chmodSync(join(folder, 'dist'), 0o755);
});

it('a command line that is not understood leaves nothing compiled behind', () => {
  const { folder, bin } = published();
  expect(run(bin, 'instal').status).toBe(64);
  expect(caches(folder)).toEqual([]);
});

it('is executable, as npx needs it', () => {
  expect(statSync(BIN).mode & 0o111).toBe(0o111);
  expect(spawnSync(BIN, ['--version'], { encoding: 'utf8' }).stdout).toBe(`${version}\n`);
});
