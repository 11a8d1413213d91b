import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findHome } from '@/cli/apply/home';
import { readInstalled } from '@/cli/apply/installed';
import { propose } from '@/cli/change/propose';
import { withWorkspace } from '@/cli/change/workspace';
import { rollback } from '@/cli/commands/rollback';
import { CliError } from '@/cli/errors';
import type { Home, ReadyModule } from '@/cli/types';
import { MemoryHome, readyModule, type TestFile } from '../support/cli-home';
import { makeContext, temporaryFolder } from './support/context';
import { readHome } from './support/tree';

const RUNS = Number(process.env.PROPERTY_RUNS ?? 25);
const PATHS = ['.config/a/x.conf', '.config/a/y/z.conf', '.zshrc', '.profile', '.config/a'];
const REFS = ['@ada/one', '@bob/two', '@bob/three'];
const dest = (path: string) => (path.startsWith('.config/') ? path.replace('.config', '{config}') : `{home}/${path}`);

const text = fc.constantFrom('', 'alpha\n', 'alpha\nbeta', 'source ~/x\n', 'one\r\ntwo\r\n');
const plant = fc.record({
  path: fc.constantFrom(...PATHS),
  type: fc.constantFrom('file', 'file', 'link', 'folder'),
  text,
  perm: fc.constantFrom(0o644, 0o600, 0o444, 0o755),
});
const plants = fc.uniqueArray(plant, { selector: ({ path }) => path, maxLength: 4 });
const file = fc.oneof(
  fc.record({
    dest: fc.constantFrom(...PATHS.map(dest)),
    mode: fc.constantFrom('copy' as const, 'link' as const, 'create-only' as const),
    content: text,
  }),
  fc.record({
    dest: fc.constantFrom('{home}/.zshrc', '{home}/.profile'),
    mode: fc.constant('block' as const),
    content: text,
    src: fc.constant('init.sh'),
  }),
  fc.record({
    dest: fc.constantFrom('{home}/.zshrc', '{home}/.profile'),
    line: fc.constantFrom('source ~/x', 'alpha'),
  }),
) as fc.Arbitrary<TestFile>;
/** The manifest's own rules leave out what contradicts itself within one module. */
const files = fc.uniqueArray(file, { selector: (one) => one.dest, minLength: 1, maxLength: 3 }).filter((all) => {
  const inside = (path: string) => all.some((one) => one.dest.startsWith(`${path}/`));
  return !all.some((one) => inside(one.dest));
});
const moves = fc.array(fc.tuple(fc.constantFrom(...REFS), files, fc.boolean()), { minLength: 1, maxLength: 5 });

/** dotkit's own folders lie in these: they are there before and after. */
function freshHome(): Home {
  const home = findHome({ root: temporaryFolder(), force: false }, {});
  for (const path of ['.config', '.local/share', '.local/state', '.cache'])
    mkdirSync(join(home.root, path), { recursive: true });
  return home;
}

function plantIn(home: Home, all: readonly { path: string; type: string; text: string; perm: number }[]): void {
  for (const { path, type, text: body, perm } of all) {
    const absolute = join(home.root, path);
    try {
      mkdirSync(dirname(absolute), { recursive: true });
      if (type === 'folder') mkdirSync(absolute, { mode: 0o750 });
      else if (type === 'link') symlinkSync('/nowhere', absolute);
      else {
        writeFileSync(absolute, body);
        chmodSync(absolute, perm);
      }
    } catch (error) {
      // One of them lies below another that is no folder.
      if (!['EEXIST', 'ENOTDIR', 'ENOENT', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    }
  }
}

async function change(home: Home, ref: string, files: readonly TestFile[] | null, version: string): Promise<boolean> {
  const context = makeContext(home, { yes: true, allowSensitive: true });
  const shop = new MemoryHome();
  try {
    await withWorkspace(context, async (space) => {
      const next: ReadyModule[] = files === null ? [] : [readyModule(shop, ref, version, [...files])];
      for (const bytes of shop.store.values()) await space.blobs.putBytes(bytes);
      const leaving = files === null ? [ref] : [];
      return propose(context, space, { action: files === null ? 'uninstall' : 'install', next, leaving, answers: {} });
    });
    return true;
  } catch (error) {
    if (error instanceof CliError && error.code === 'conflict') return false;
    throw error;
  }
}

test('On a real disk: whatever came and went, leaving and rolling back both restore every byte.', async () => {
  let done = 0;
  await fc.assert(
    fc.asyncProperty(plants, moves, fc.boolean(), async (planted, all, rollsBack) => {
      const home = freshHome();
      try {
        plantIn(home, planted);
        const before = readHome(home);
        for (const [at, [ref, wanted, leaves]] of all.entries()) {
          const isThere = Object.hasOwn(readInstalled(home).modules, ref);
          if (await change(home, ref, isThere && leaves ? null : wanted, `${at + 1}.0.0`)) done += 1;
          else if (at === 0) expect(readHome(home)).toEqual(before);
        }
        if (rollsBack && Object.keys(readInstalled(home).modules).length > 0) {
          await rollback(makeContext(home, { yes: true }), ['0'], {});
        } else {
          for (const ref of Object.keys(readInstalled(home).modules).reverse()) await change(home, ref, null, '');
        }
        expect(readHome(home)).toEqual(before);
        expect(readInstalled(home)).toEqual({ formatVersion: 1, modules: {}, shared: {}, folders: [] });
      } finally {
        rmSync(home.root, { recursive: true, force: true });
      }
    }),
    { numRuns: RUNS },
  );
  expect(done).toBeGreaterThan(RUNS / 2);
});

test('A folder that somebody put a file into stays with it, and so do the folders above.', async () => {
  const home = freshHome();
  await change(home, '@ada/one', [{ dest: '{config}/a/b/x.conf', content: 'x' }], '1.0.0');
  writeFileSync(join(home.root, '.config/a/mine'), 'mine');
  await change(home, '@ada/one', null, '');
  const left = Object.keys(readHome(home)).filter((path) => path.startsWith('./.config/'));
  expect(left).toEqual(['./.config/a', './.config/a/mine']);
});
