import { chownSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openBlobs } from '@/cli/apply/blobs';
import { openDisk } from '@/cli/apply/disk';
import { findHome } from '@/cli/apply/home';
import { runLocked } from '@/cli/apply/run-locked';
import { baseOf, isOwn } from '@/cli/own-paths';
import { sha256Of } from '@/cli/plan/states';
import { makeContext, makeHome, temporaryFolder, writeInHome } from './support/context';

it('follows XDG where it is absolute, and beside --root only where it lies inside', () => {
  const root = temporaryFolder();
  const elsewhere = temporaryFolder();
  const env = {
    HOME: root,
    XDG_CONFIG_HOME: join(elsewhere, 'cfg'),
    XDG_DATA_HOME: 'relative',
    XDG_STATE_HOME: join(root, 'st/'),
  };
  expect(findHome({ force: false }, env)).toMatchObject({
    root,
    dirs: {
      config: join(elsewhere, 'cfg'),
      data: join(root, '.local/share'),
      state: join(root, 'st'),
      bin: join(root, '.local/bin'),
    },
    own: { config: join(elsewhere, 'cfg/dotkit'), state: join(root, 'st/dotkit') },
  });
  expect(findHome({ root, force: false }, env).dirs.config).toBe(join(root, '.config'));
  expect(findHome({ root, force: false }, env).dirs.state).toBe(join(root, 'st'));
});

it('sees through a link to the home itself, and to an XDG folder that was put elsewhere', () => {
  const parent = temporaryFolder();
  const [real, data] = [join(parent, 'real'), join(parent, 'data')];
  mkdirSync(real);
  mkdirSync(data);
  symlinkSync(real, join(parent, 'me'));
  symlinkSync(data, join(parent, 'disk'));
  const env = {
    HOME: join(parent, 'me'),
    XDG_CONFIG_HOME: join(parent, 'me/.config'),
    XDG_DATA_HOME: join(parent, 'disk/share'),
  };
  const home = findHome({ force: false }, env);
  expect(home).toMatchObject({ root: real, dirs: { config: join(real, '.config'), data: join(data, 'share') } });
  expect(baseOf(home, join(data, 'share/app/x'))).toBe(join(data, 'share'));
  expect(baseOf(home, join(parent, 'me/x'))).toBeNull();
  expect(isOwn(home, join(data, 'share/dotkit/blobs'))).toBe(true);
});

it('works in an XDG folder outside of the home that does not exist yet', async () => {
  const outside = join(temporaryFolder(), 'new/data');
  const home = findHome({ force: false }, { HOME: temporaryFolder(), XDG_DATA_HOME: outside });
  await runLocked(makeContext(home), ({ blobs }) => blobs.putBytes(Buffer.from('x')));
  expect(openBlobs(home).has(sha256Of(Buffer.from('x')))).toBe(true);
});

it('refuses what is no folder, and a home of somebody else unless forced', () => {
  const root = temporaryFolder();
  expect(() => findHome({ root: join(root, 'nothing'), force: false }, {})).toThrow(
    expect.objectContaining({ code: 'no_home', exitCode: 64 }),
  );
  // Without the right to give a folder away, the root of the file system stands in: it is nobody's home but root's.
  const foreign = process.getuid?.() === 0 ? root : '/';
  if (foreign === root) chownSync(root, 12345, 12345);
  expect(() => findHome({ root: foreign, force: false }, {})).toThrow(
    expect.objectContaining({ code: 'foreign_home', exitCode: 1 }),
  );
  expect(findHome({ root: foreign, force: true }, {}).root).toBe(foreign);
});

it('shows the disk as it is: links are themselves, and folders on the way are looked at', () => {
  const home = makeHome({ 'a/b': 'text', '.zshrc': 'rc' });
  symlinkSync('a', join(home.root, 'link'));
  symlinkSync('.zshrc', join(home.root, 'rc'));
  const disk = openDisk(home);
  const at = (path: string) => join(home.root, path);
  expect(disk.state(at('rc'))).toEqual({ type: 'link', target: '.zshrc' });
  expect(disk.state(at('a'))).toEqual({ type: 'folder', perm: 0o755 });
  expect(disk.state(at('a/b/c'))).toEqual({ type: 'absent' });
  expect(disk.bytes(at('rc'))).toBeNull();
  expect(disk.bytes(at('a'))).toBeNull();
  expect(disk.bytes(at('.zshrc'))?.toString()).toBe('rc');
  expect(disk.obstacle(at('a/new/deeper'))).toBeNull();
  expect(disk.obstacle(at('link/x'))).toBe(at('link'));
  expect(disk.obstacle(at('a/b/c/d'))).toBe(at('a/b'));
  expect(disk.obstacle('/etc/passwd')).toBe('/etc/passwd');
  writeInHome(home, '.zshrc', 'cr');
  expect(disk.state(at('.zshrc'))).toMatchObject({ sha256: sha256Of(Buffer.from('cr')) });
});

it('keeps contents once, however often they come, and reads only what is whole', async () => {
  const home = makeHome({ big: 'x'.repeat(700_000) });
  const kept = await runLocked(makeContext(home), ({ blobs }) =>
    Promise.all([
      ...Array.from({ length: 200 }, (_, at) => blobs.putBytes(Buffer.from(`text ${at % 50}`))),
      blobs.putFile(join(home.root, 'big')),
    ]),
  );
  expect(new Set(kept).size).toBe(51);
  for (const sha256 of kept) expect(sha256Of(openBlobs(home).read(sha256) ?? Buffer.alloc(0))).toBe(sha256);
  expect(openBlobs(home).read(sha256Of(Buffer.from('never')))).toBeNull();
});
