import { createHash } from 'node:crypto';
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { Home } from '@/cli/types';

/** A home directory of its own, below a folder that holds nothing else. `remove` takes both away. */
export function makeHome(): { home: Home; around: string; remove: () => void } {
  const around = realpathSync(mkdtempSync(join(tmpdir(), 'dotkit-home-')));
  const root = join(around, 'home');
  mkdirSync(root);
  writeFileSync(join(root, '.zshrc'), 'export EDITOR=vim\n');
  writeFileSync(join(around, 'outside'), 'not yours\n');
  const dirs = {
    home: root,
    config: join(root, '.config'),
    data: join(root, '.local/share'),
    state: join(root, '.local/state'),
    cache: join(root, '.cache'),
    bin: join(root, '.local/bin'),
  };
  const own = {
    state: join(dirs.state, 'dotkit'),
    data: join(dirs.data, 'dotkit'),
    config: join(dirs.config, 'dotkit'),
    cache: join(dirs.cache, 'dotkit'),
  };
  const home: Home = { root, dirs, own, os: 'linux', arch: 'x64', umask: 0o022 };
  return { home, around, remove: () => rmSync(around, { recursive: true, force: true }) };
}

/** Everything below a folder as text, path by path: kind, mode, contents. Folders in `without` are left out. */
export function treeOf(folder: string, without: readonly string[] = []): string[] {
  const lines: string[] = [];
  const visit = (path: string): void => {
    if (without.includes(path)) return;
    const state = lstatSync(path);
    const name = relative(folder, path);
    if (state.isSymbolicLink()) lines.push(`${name} -> ${readlinkSync(path)}`);
    else if (state.isDirectory()) {
      lines.push(`${name}/ ${(state.mode & 0o7777).toString(8)}`);
      for (const entry of readdirSync(path).sort()) visit(join(path, entry));
    } else if (state.isFile())
      lines.push(
        `${name} ${(state.mode & 0o7777).toString(8)} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`,
      );
    else lines.push(`${name} other`);
  };
  visit(folder);
  return lines;
}
