import fc from 'fast-check';
import { expect, test } from 'vitest';

import { planChanges } from '@/cli/plan/plan-changes';
import type { FileState, Plan, ReadyModule } from '@/cli/types';
import { MemoryHome, ROOT, readyModule, type TestFile, testHome } from '../support/cli-home';

const RUNS = Number(process.env.PROPERTY_RUNS ?? 300);
const REFS = ['@ada/one', '@ada/two', '@bob/three', '@bob/four'];
/** Few paths, so that modules meet; one of each sort that matters. */
const WHOLE = ['{config}/a/x.conf', '{config}/a/y.conf', '{config}/b/deep/z.lua', '{home}/.whole', '{bin}/tool'];
const SHARED = ['{home}/.zshrc', '{config}/a/shared.conf', '{config}/c/new.vim'];
const ALL = [...WHOLE, ...SHARED].map((dest) =>
  dest.replace('{config}', `${ROOT}/.config`).replace('{home}', ROOT).replace('{bin}', `${ROOT}/.local/bin`),
);

const plan = (home: MemoryHome, next: ReadyModule[], leaving: string[] = []): Plan =>
  planChanges({ home: testHome(), disk: home.disk, contents: home.contents, installed: home.installed, next, leaving });

const words = fc.constantFrom('alpha', 'beta', 'source ~/x', '', 'gamma = 1', '\u00e4\u00f6', '# note');
const text = fc
  .tuple(fc.array(words, { maxLength: 6 }), fc.boolean())
  .map(([lines, ends]) => lines.join('\n') + (ends ? '\n' : ''));
const perm = fc.constantFrom(0o644, 0o600, 0o755);

type Plant = { path: string } & ({ type: 'file'; text: string; perm: number } | { type: 'link' } | { type: 'folder' });
const plantings = fc.uniqueArray(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({ path: fc.constantFrom(...ALL), type: fc.constant('file' as const), text, perm }),
    },
    { weight: 1, arbitrary: fc.record({ path: fc.constantFrom(...ALL), type: fc.constant('link' as const) }) },
    { weight: 1, arbitrary: fc.record({ path: fc.constantFrom(...ALL), type: fc.constant('folder' as const) }) },
  ),
  { selector: ({ path }) => path, maxLength: 6 },
) as fc.Arbitrary<Plant[]>;

function planted(plants: readonly Plant[]): MemoryHome {
  const home = new MemoryHome();
  for (const plant of plants) {
    if (plant.type === 'file') home.write(plant.path, plant.text, plant.perm);
    else if (plant.type === 'link') home.set(plant.path, { type: 'link', target: '/elsewhere' });
    else home.mkdir(plant.path, 0o700);
  }
  return home;
}

const wholeFile = fc.record({
  dest: fc.constantFrom(...WHOLE),
  mode: fc.constantFrom('copy' as const, 'link' as const, 'template' as const, 'create-only' as const),
  content: text,
  executable: fc.boolean(),
});
const block = fc.record({
  dest: fc.constantFrom(...SHARED),
  mode: fc.constant('block' as const),
  content: text,
  src: fc.constantFrom('init.sh', 'more.sh'),
});
const line = fc.record({
  dest: fc.constantFrom(...SHARED),
  line: fc.constantFrom('source ~/x', 'source ~/y', 'alpha', 'eval "$(tool)"'),
});
/** Written once into a file that others may have parts in. */
const onceOnly = fc.record({
  dest: fc.constantFrom(...SHARED),
  mode: fc.constant('create-only' as const),
  content: text,
});
const isPart = ({ mode, line }: TestFile) => mode === 'block' || line !== undefined;
const fileKey = ({ dest, line: words, src, mode }: TestFile) => `${dest} ${mode === 'block' ? src : (words ?? '')}`;
/** The manifest's own rules refuse a whole file beside a part of it within one module. */
const agrees = (all: TestFile[]) =>
  all.every((one) => isPart(one) || all.filter(({ dest }) => dest === one.dest).length === 1);
const files = fc
  .uniqueArray(fc.oneof(wholeFile, wholeFile, block, block, line, onceOnly) as fc.Arbitrary<TestFile>, {
    selector: fileKey,
    minLength: 1,
    maxLength: 5,
  })
  .filter(agrees);

const isRefused = ({ steps }: Plan) => steps.some(({ action }) => action === 'conflict');
/** Sources are named by what they hold, so that two files of one module never share a name. */
const module = (home: MemoryHome, ref: string, version: number, files: readonly TestFile[]) => {
  const sourced = files.map((file, at) => (file.line === undefined ? { ...file, src: file.src ?? `src/${at}` } : file));
  const bySrc = new Map(sourced.map((file) => [file.src, file.content ?? '']));
  return readyModule(
    home,
    ref,
    `${version}.0.0`,
    sourced.map((file) => (file.src === undefined ? file : { ...file, content: bySrc.get(file.src) ?? '' })),
  );
};

const sets = fc.array(fc.tuple(fc.constantFrom(...REFS), files, fc.boolean()), { minLength: 1, maxLength: 10 });

test('Whatever was installed, updated and removed in whatever order: when all has left, the tree is what it was.', () => {
  const seen = { installs: 0, updates: 0, refused: 0, shared: 0 };
  fc.assert(
    fc.property(plantings, sets, fc.infiniteStream(fc.nat()), (plants, moves, dice) => {
      const home = planted(plants);
      const before = home.snapshot();
      for (const [at, [ref, wanted, leaves]] of moves.entries()) {
        const isThere = home.installed.modules[ref] !== undefined;
        const made = isThere && leaves ? plan(home, [], [ref]) : plan(home, [module(home, ref, at + 1, wanted)]);
        if (isRefused(made)) seen.refused += 1;
        else home.apply(made);
        seen[isThere ? 'updates' : 'installs'] += 1;
        if (Object.keys(home.installed.shared).length > 0) seen.shared += 1;
      }
      const left = Object.keys(home.installed.modules);
      while (left.length > 0) {
        const [ref = ''] = left.splice((dice.next().value ?? 0) % left.length, 1);
        const made = plan(home, [], [ref]);
        expect(
          made.steps.filter(({ action, reason = '' }) => action === 'keep' && !reason.includes('needs this')),
        ).toEqual([]);
        home.apply(made);
      }
      expect(home.snapshot()).toEqual(before);
      expect(home.installed).toEqual({ formatVersion: 1, modules: {}, shared: {}, folders: [] });
    }),
    { numRuns: RUNS },
  );
  // The property would hold for a planner that refuses everything.
  expect(seen.installs).toBeGreaterThan(seen.refused);
  expect(seen.updates).toBeGreaterThan(RUNS / 4);
  expect(seen.shared).toBeGreaterThan(RUNS / 4);
});

test('Planned twice, nothing is left to do.', () => {
  fc.assert(
    fc.property(plantings, fc.array(files, { minLength: 1, maxLength: REFS.length }), (plants, all) => {
      const home = planted(plants);
      const next = all.map((wanted, at) => module(home, REFS[at] ?? '', 1, wanted));
      const first = plan(home, next);
      fc.pre(!isRefused(first));
      home.apply(first);
      const second = plan(home, next);
      expect(second.changes).toEqual([]);
      expect(second.installed).toEqual(home.installed);
    }),
    { numRuns: RUNS },
  );
});

type Edit =
  | { how: 'write'; text: string }
  | { how: 'append'; text: string }
  | { how: 'prepend'; text: string }
  | { how: 'chmod' }
  | { how: 'remove' };
const edits = fc.array(
  fc.tuple(
    fc.nat(),
    fc.oneof<fc.Arbitrary<Edit>[]>(
      fc.record({ how: fc.constant('write'), text: fc.constantFrom('mine alone\n', 'mine') }),
      fc.record({ how: fc.constant('append'), text: fc.constantFrom('mine at the end\n', 'mine at the end') }),
      fc.record({ how: fc.constant('prepend'), text: fc.constant('mine at the top\n') }),
      fc.record({ how: fc.constant('chmod') }),
      fc.record({ how: fc.constant('remove') }),
    ),
  ),
  { maxLength: 3 },
);

function edit(home: MemoryHome, path: string, change: Edit): void {
  const state = home.state(path);
  const text = home.text(path) ?? '';
  const perm = state.type === 'file' ? state.perm : 0o644;
  if (change.how === 'remove') home.set(path, { type: 'absent' });
  else if (change.how === 'chmod') home.set(path, state.type === 'file' ? { ...state, perm: perm ^ 0o100 } : state);
  else if (change.how === 'write') home.write(path, change.text, perm);
  else if (change.how === 'append')
    home.write(path, `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}${change.text}`, perm);
  else home.write(path, `${change.text}${text}`, perm);
}

const MARKER = /(>>>|<<<) dotkit @/;
const isPartLine = (home: MemoryHome, line: string) =>
  Object.values(home.installed.modules).some(({ writes }) =>
    writes.some(({ mode, written }) => {
      const bytes = mode === 'source-line' && written.type === 'file' ? home.store.get(written.sha256) : undefined;
      return bytes?.toString('utf8') === line;
    }),
  );
/** The lines of a file that lie in no block and are no managed line. */
function ownLines(home: MemoryHome, path: string): string[] {
  let isInside = false;
  return (home.text(path) ?? '').split('\n').filter((line) => {
    if (MARKER.test(line)) {
      isInside = line.includes('>>> dotkit');
      return false;
    }
    return !isInside && line !== '' && !isPartLine(home, line);
  });
}

test('Edits stay through leaving, text around blocks is never lost, and everything else is as it was.', () => {
  let [edited, checked] = [0, 0];
  fc.assert(
    fc.property(plantings, fc.array(files, { minLength: 1, maxLength: 3 }), edits, (plants, all, changes) => {
      const home = planted(plants);
      const before = home.snapshot();
      for (const [at, wanted] of all.entries()) {
        const made = plan(home, [module(home, REFS[at] ?? '', 1, wanted)]);
        if (!isRefused(made)) home.apply(made);
      }
      const managed = [
        ...new Set(Object.values(home.installed.modules).flatMap(({ writes }) => writes.map(({ path }) => path))),
      ];
      fc.pre(managed.length > 0);
      const written = new Map(managed.map((path) => [path, JSON.stringify(home.state(path))]));
      const touched = new Set<string>();
      for (const [pick, change] of changes) {
        const path = managed[pick % managed.length] ?? '';
        edit(home, path, change);
        // Two edits that undo each other are none.
        if (JSON.stringify(home.state(path)) === written.get(path)) touched.delete(path);
        else touched.add(path);
      }
      edited += touched.size;
      const isShared = (path: string) => home.installed.shared[path] !== undefined;
      const kept = new Map<string, FileState>();
      for (const path of touched) kept.set(path, home.state(path));
      const own = new Map([...touched].filter(isShared).map((path) => [path, ownLines(home, path)]));
      home.apply(plan(home, [], Object.keys(home.installed.modules)));
      for (const [path, lines] of own) {
        const left = (home.text(path) ?? '').split('\n');
        for (const line of lines) expect(left, path).toContain(line);
        checked += 1;
      }
      for (const [path, state] of kept) {
        const isSame = JSON.stringify(state) === JSON.stringify(before[path] ?? { type: 'absent' });
        if (!own.has(path) && !isSame) {
          // Editing a file back to what the module wrote is no edit.
          expect([JSON.stringify(state), JSON.stringify(before[path] ?? { type: 'absent' })]).toContain(
            JSON.stringify(home.state(path)),
          );
        }
      }
      const isAbove = (folder: string) => [...touched].some((path) => path.startsWith(`${folder}/`));
      const rest = (tree: Record<string, FileState>) =>
        Object.entries(tree).filter(([path]) => !touched.has(path) && !isAbove(path));
      expect(rest(home.snapshot())).toEqual(rest(before));
    }),
    { numRuns: RUNS },
  );
  expect(Math.min(edited, checked)).toBeGreaterThan(RUNS / 20);
});

const bodies = fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 8, maxLength: 20 });

test('An update is three-way: edits that lie apart survive, and what is new arrives.', () => {
  fc.assert(
    fc.property(
      bodies,
      fc.nat(),
      fc.nat(),
      fc.constantFrom('copy', 'template', 'block'),
      (numbers, mine, theirs, mode) => {
        // Lines are told apart by their place: a merge of equal lines may rightly be refused.
        const lines = numbers.map((number, at) => `${at}: ${number}`);
        const at = { mine: mine % lines.length, theirs: theirs % lines.length };
        fc.pre(Math.abs(at.mine - at.theirs) > 1);
        const withLine = (all: string[], place: number, text: string) =>
          all.map((one, index) => (index === place ? text : one));
        const join = (all: string[]) => `${all.join('\n')}\n`;
        const home = new MemoryHome();
        const version = (number: number, text: string) =>
          readyModule(home, '@ada/one', `${number}.0.0`, [
            { dest: '{home}/.rc', content: text, mode: mode as 'copy', src: 'rc' },
          ]);
        home.apply(plan(home, [version(1, join(lines))]));
        const path = `${ROOT}/.rc`;
        home.write(path, (home.text(path) ?? '').replace(`${lines[at.mine]}\n`, 'mine\n'));
        const update = plan(home, [version(2, join(withLine(lines, at.theirs, 'theirs')))]);
        expect(update.steps).toMatchObject([{ action: 'merge' }]);
        home.apply(update);
        expect(home.text(path)).toContain(join(withLine(withLine(lines, at.theirs, 'theirs'), at.mine, 'mine')));
      },
    ),
    { numRuns: RUNS },
  );
});
