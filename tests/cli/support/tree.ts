import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { isOwn } from '@/cli/own-paths';
import type { Home } from '@/cli/types';

/** Every entry below a folder with what makes it what it is: kind, mode, content or target. */
export function readTree(folder: string, skip: (path: string) => boolean = () => false): Record<string, string> {
  const tree: Record<string, string> = {};
  const visit = (path: string, name: string) => {
    if (skip(path)) return;
    const found = lstatSync(path);
    const perm = (found.mode & 0o7777).toString(8);
    if (found.isSymbolicLink()) tree[name] = `link ${readlinkSync(path)}`;
    else if (found.isDirectory()) {
      if (path !== folder) tree[name] = `folder ${perm}`;
      for (const entry of readdirSync(path)) visit(join(path, entry), `${name}/${entry}`);
    } else tree[name] = `file ${perm} ${readFileSync(path, 'base64')}`;
  };
  visit(folder, '.');
  return tree;
}

/** What a person sees of a home: everything but dotkit's own folders and those that were made to hold them. */
export function readHome(home: Home): Record<string, string> {
  const above = new Set(['.config', '.local', '.local/share', '.local/state', '.cache'].map((name) => `./${name}`));
  const tree = readTree(home.root, (path) => isOwn(home, path));
  return Object.fromEntries(Object.entries(tree).filter(([name]) => !above.has(name)));
}
