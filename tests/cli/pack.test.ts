import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Packed, withPacked } from '@/cli/author/pack-folder';
import { readFilesFromArchive } from '@/lib/archive/read-file';
import { dotkit } from '../support/cli/run-dotkit';

const around = mkdtempSync(join(tmpdir(), 'dotkit-pack-test-'));
let made = 0;

const MANIFEST = {
  schemaVersion: 1,
  name: '@ada/calm',
  version: '1.2.0',
  kind: 'multiplexer-config',
  title: 'Calm',
  summary: 'A calm tmux.',
  license: 'MIT',
  files: [{ src: 'tmux.conf', dest: '{config}/tmux/tmux.conf' }],
  multiplexerConfig: { multiplexer: 'tmux', role: 'config' },
};

type Tree = Record<string, string>;

function folderOf(tree: Tree, { at = new Date(), order = (paths: string[]) => paths } = {}): string {
  made += 1;
  const folder = join(around, String(made));
  mkdirSync(folder);
  for (const path of order(Object.keys(tree))) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, tree[path] ?? '', { mode: path.endsWith('.sh') ? 0o700 : 0o600 });
    utimesSync(file, at, at);
  }
  return folder;
}

const moduleOf = (tree: Tree): Tree => ({
  'dotkit.json': JSON.stringify(MANIFEST),
  'tmux.conf': 'set -g mouse on\n',
  ...tree,
});
const codesOf = ({ findings }: Packed) =>
  findings.map(({ code, path, line }) => [code, path, line].filter((one) => one !== undefined).join(':'));
const contentsOf = ({ archive, report }: Packed) =>
  readFilesFromArchive(createReadStream(archive), new Set(report.files.map(({ path }) => path)), 1_000_000);

const segment = fc
  .stringMatching(/^[a-z0-9][a-z0-9 _+-]{0,10}[a-z0-9]$/)
  .filter((name) => !/^(?:con|prn|aux|nul|com\d|lpt\d)$/.test(name));
const tree = fc
  .dictionary(
    fc.array(segment, { minLength: 1, maxLength: 3 }).map((steps) => `d${steps.join('/d')}`),
    fc.string({ unit: 'grapheme-ascii', maxLength: 200 }),
    { maxKeys: 12 },
  )
  .filter(
    (files) => !Object.keys(files).some((path) => Object.keys(files).some((other) => other.startsWith(`${path}/`))),
  );

it('the same tree gives the same bytes, whenever and in whatever order it was written, and the registry accepts them', async () => {
  await fc.assert(
    fc.asyncProperty(tree, async (files) => {
      const hashOf = (folder: string) =>
        withPacked(folder, async (packed) => {
          expect(codesOf(packed)).toEqual([]);
          expect(packed.report.files.map(({ path }) => path)).toEqual(Object.keys(moduleOf(files)).sort());
          return createHash('sha256').update(readFileSync(packed.archive)).digest('hex');
        });
      const first = await hashOf(folderOf(moduleOf(files)));
      const second = await hashOf(
        folderOf(moduleOf(files), { at: new Date(1_000_000_000_000), order: (paths) => paths.reverse() }),
      );
      expect(second).toBe(first);
    }),
    { numRuns: 40, seed: 5 },
  );
});

it('an executable file is packed as 0755, every other as 0644, of nobody and of no time', async () => {
  await withPacked(folderOf(moduleOf({ 'theme.sh': 'echo\n' })), async ({ report }) => {
    const modes = Object.fromEntries(report.files.map(({ path, mode }) => [path, mode]));
    expect(modes).toEqual({ 'dotkit.json': 0o644, 'theme.sh': 0o755, 'tmux.conf': 0o644 });
  });
});

it('links inside the folder become what they lead to', async () => {
  const folder = folderOf(moduleOf({ 'parts/keys.conf': 'bind x kill-pane\n' }));
  symlinkSync('tmux.conf', join(folder, 'same.conf'));
  symlinkSync('parts', join(folder, 'linked'));
  await withPacked(folder, async (packed) => {
    expect(packed.ok).toBe(true);
    const contents = await contentsOf(packed);
    expect(contents.get('same.conf')?.toString()).toBe('set -g mouse on\n');
    expect(contents.get('linked/keys.conf')?.toString()).toBe('bind x kill-pane\n');
  });
});

it('links that lead out, nowhere, in circles or into version control are named, and nothing is packed', async () => {
  const folder = folderOf(moduleOf({ '.git/config': 'secret\n' }));
  symlinkSync('/etc/passwd', join(folder, 'a-passwd'));
  symlinkSync('../..', join(folder, 'b-above'));
  symlinkSync('nothing', join(folder, 'c-broken'));
  symlinkSync('.', join(folder, 'd-circle'));
  symlinkSync('.git/config', join(folder, 'e-git'));
  symlinkSync('f-itself', join(folder, 'f-itself'));
  await withPacked(folder, async (packed) => {
    expect(packed.ok).toBe(false);
    expect(codesOf(packed)).toEqual([
      'link-outside:a-passwd',
      'link-outside:b-above',
      'link-broken:c-broken',
      'link-loop:d-circle',
      'link-outside:e-git',
      'link-broken:f-itself',
    ]);
  });
  const out = join(around, 'never.tgz');
  const { status, stdout } = await dotkit(['pack', folder, '--out', out]);
  expect(status).toBe(1);
  expect(stdout).toContain('a-passwd  This link leads out of the module.');
  expect(existsSync(out)).toBe(false);
});

it('version control, what systems leave behind and what the author names stay out, and it is said', async () => {
  const folder = folderOf(
    moduleOf({
      '.git/HEAD': 'ref\n',
      '.DS_Store': 'x',
      '._tmux.conf': 'x',
      'tmux.conf~': 'old\n',
      'old.tgz': 'x',
      'node_modules/a/b.js': 'x',
      'drafts/next.conf': 'x\n',
      'drafts/keep.conf': 'y\n',
      '.dotkitignore': '/drafts/*\n!/drafts/keep.conf\n',
    }),
  );
  await withPacked(folder, async ({ report, leftOut }) => {
    expect(report.files.map(({ path }) => path)).toEqual(['dotkit.json', 'drafts/keep.conf', 'tmux.conf']);
    expect(leftOut).toEqual([
      '.DS_Store',
      '._tmux.conf',
      '.git/',
      'drafts/next.conf',
      'node_modules/',
      'old.tgz',
      'tmux.conf~',
    ]);
  });
  expect((await dotkit(['pack', folder, '--dry-run'])).stderr).toContain('.git/');
});

it('what the manifest names is packed although a rule leaves it out, and nothing beside it', async () => {
  const files = [{ src: 'parts/deep/a.conf', dest: '{config}/tmux/a.conf' }];
  const folder = folderOf(
    moduleOf({
      'dotkit.json': JSON.stringify({ ...MANIFEST, files }),
      'parts/deep/a.conf': 'a\n',
      'parts/deep/b.conf': 'b\n',
      '.dotkitignore': '/*\n',
    }),
  );
  await withPacked(folder, async ({ report, ok }) => {
    expect(ok).toBe(true);
    expect(report.files.map(({ path }) => path)).toEqual(['dotkit.json', 'parts/deep/a.conf']);
  });
});

it('each offence is named with its code, its path and the line', async () => {
  const key = `ghp_${'aB3dE5gH7jK9mN1pQ3sT5vX7zA2cE4gI6kM8'}`;
  const manifest = JSON.stringify(
    { ...MANIFEST, colour: 'red', files: [...MANIFEST.files, { src: 'gone.conf', dest: '{home}/.ssh/config' }] },
    null,
    2,
  );
  const folder = folderOf(moduleOf({ 'dotkit.json': manifest, 'keys.conf': `# one\n# two\nset token ${key}\n` }));
  const { status, stdout } = await dotkit(['pack', folder, '--json']);
  const { ok, findings } = JSON.parse(stdout) as {
    ok: boolean;
    findings: { code: string; path: string; line: number }[];
  };
  expect({ status, ok }).toEqual({ status: 1, ok: false });
  const lineOf = (text: string) => manifest.split('\n').findIndex((line) => line.includes(text)) + 1;
  expect(findings).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ code: 'manifest-unknown-key', path: 'dotkit.json', line: lineOf('"colour"') }),
      expect.objectContaining({ code: 'secret', path: 'keys.conf', line: 3 }),
    ]),
  );
  const said = (await dotkit(['pack', folder])).stdout;
  expect(said).toMatch(/error {2}keys\.conf:3 {2}.*\(secret\)/);
  expect(said).not.toContain(key);
});

it('writes the archive where it is asked to, replaces an older one, and nothing else', async () => {
  const folder = folderOf(moduleOf({}));
  const cwd = folderOf({});
  const first = await dotkit(['pack', folder, '--json'], { cwd });
  const { out, sha256 } = JSON.parse(first.stdout) as { out: string; sha256: string };
  expect(out).toBe(join(cwd, 'ada-calm-1.2.0.tgz'));
  expect(createHash('sha256').update(readFileSync(out)).digest('hex')).toBe(sha256);
  expect((await dotkit(['pack', folder], { cwd })).status).toBe(0);
  const mine = join(cwd, 'mine.txt');
  writeFileSync(mine, 'a letter\n');
  const refused = await dotkit(['pack', folder, '--out', mine, '--json']);
  expect(JSON.parse(refused.stdout)).toMatchObject({ error: { code: 'out_exists' } });
  expect(readFileSync(mine, 'utf8')).toBe('a letter\n');
  expect((await dotkit(['pack', folder, '--out', mine, '--force'])).status).toBe(0);
  rmSync(out);
  expect((await dotkit(['pack', folder, '--dry-run'], { cwd })).status).toBe(2);
  expect(existsSync(out)).toBe(false);
});

it('packing inside the folder does not pack what was packed before', async () => {
  const folder = folderOf(moduleOf({}));
  const first = JSON.parse((await dotkit(['pack', '--json'], { cwd: folder })).stdout) as { sha256: string };
  const second = JSON.parse((await dotkit(['pack', '--json'], { cwd: folder })).stdout) as { sha256: string };
  expect(second.sha256).toBe(first.sha256);
});

it('a folder without a manifest, and no folder, are refused', async () => {
  const codeOf = async (path: string) => JSON.parse((await dotkit(['pack', path, '--json'])).stdout).error.code;
  expect(await codeOf(folderOf({ 'tmux.conf': 'x\n' }))).toBe('no_manifest');
  expect(await codeOf(join(around, 'nothing'))).toBe('no_folder');
});
