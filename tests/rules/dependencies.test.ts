import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gte, major } from 'semver';
import { expect, it } from 'vitest';

const lockText = readFileSync(join(import.meta.dirname, '../../package-lock.json'), 'utf8');
const lock: { packages: Record<string, { version?: string; dev?: boolean }> } = JSON.parse(lockText);

/** Our own copy of a package and every other that people run; tools of tools, which only build, may keep theirs. */
const versionsOf = (name: string) =>
  Object.entries(lock.packages).flatMap(([path, { version, dev }]) =>
    version && (path === `node_modules/${name}` || (!dev && path.endsWith(`/node_modules/${name}`))) ? [version] : [],
  );

it.each([
  ['next', '16.4.6'],
  ['@clerk/nextjs', '7.2.1'],
  ['tar', '7.5.21'],
  ['mongoose', '9.0.0'],
])('%s is not older than %s, in any copy', (name, floor) => {
  const versions = versionsOf(name);
  expect(versions.length).toBeGreaterThan(0);
  expect(versions.filter((version) => !gte(version, floor))).toEqual([]);
});

it('tar-fs, where there is one, is not older than 3.1.1', () => {
  expect(versionsOf('tar-fs').filter((version) => !gte(version, '3.1.1'))).toEqual([]);
});

it('mongoose is of the ninth line', () => {
  expect(versionsOf('mongoose').map((version) => major(version))).toEqual([9]);
});

it('the lock file says nothing of where its packages came from', () => {
  // The workspace of the command is a folder of the repository.
  const places = [...lockText.matchAll(/"resolved": "([^"]*)"/g)].map((match) => match[1]);
  expect(places).toEqual(['cli']);
});

it('what people run needs no old, known-vulnerable package', () => {
  const { dependencies } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'));
  expect(Object.keys(dependencies).filter((name) => /^tar/.test(name))).toEqual([]);
});
