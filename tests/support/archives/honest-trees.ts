import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { manifestBytes, SAMPLES } from './manifests';

type File = { body: string | Buffer; mode?: number };

/** A tree of files that an author could have; the longest path and name in bytes tell which formats can hold it. */
export type Tree = {
  name: string;
  files: Record<string, File>;
  longest: number;
  longestName: number;
  dropped: string[];
};

/** A path of exactly so many bytes: a leaf below folders with names of thirty. */
const nested = (length: number, leaf: string): string => {
  let path = leaf;
  while (path.length + 62 <= length) path = `${'folder'.repeat(5)}/${path}`;
  return `${'d'.repeat(length - path.length - 1)}/${path}`;
};

const text = (bytes: number): string => '# a line of settings\n'.repeat(Math.ceil(bytes / 21)).slice(0, bytes);

const tree = (name: string, files: Record<string, File | string>, dropped: string[] = []): Tree => {
  const all: Record<string, File> = {
    'dotkit.json': { body: manifestBytes(SAMPLES['shell-plugin']) },
    'main.conf': { body: 'alias ll="ls -l"\n' },
    'package.json': { body: '{"name":"sample","version":"1.0.0"}\n' },
  };
  for (const [path, file] of Object.entries(files)) all[path] = typeof file === 'string' ? { body: file } : file;
  const longest = Math.max(...Object.keys(all).map((path) => Buffer.byteLength(path)));
  const longestName = Math.max(
    ...Object.keys(all).map((path) => Buffer.byteLength(path.slice(path.lastIndexOf('/') + 1))),
  );
  return { name, files: all, longest, longestName, dropped };
};

/** What authors really have in their folders. */
export const TREES: readonly Tree[] = [
  tree('plain', { 'README.md': '# Sample\n', LICENSE: 'MIT\n' }),
  tree('dotfiles', { '.zshrc': 'x\n', '.config/app/.hidden': 'x\n', '..double': 'x' }),
  tree('spaces', { 'my settings.conf': 'x', 'a folder/with a file.txt': 'x', "it's (1) [2] {3} & $4 #5.txt": 'x' }),
  tree('utf8', { 'größe.conf': 'x', '日本語/設定.txt': 'x', 'emoji-🎨.txt': 'x' }),
  tree('modes', {
    'bin/run': { body: 'x', mode: 0o755 },
    'secret.conf': { body: 'x', mode: 0o600 },
    'bin/all': { body: 'x', mode: 0o775 },
  }),
  tree('path of 100', { [nested(100, 'leaf.txt')]: 'x' }),
  tree('path of 101', { [nested(101, 'leaf.txt')]: 'x' }),
  tree('path of 155', { [nested(155, 'leaf.txt')]: 'x' }),
  tree('path of 200', { [nested(170, 'leaf.txt')]: 'x', [nested(200, 'other.txt')]: 'y' }),
  tree('name of 120', { [`${'n'.repeat(116)}.txt`]: 'x' }),
  tree('empty files', { empty: '', 'sub/also-empty': '' }),
  tree('sizes', { s511: text(511), s512: text(512), s513: text(513), s10240: text(10_240), s65536: text(65_536) }),
  tree(
    'many',
    Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`many/${index % 7}/f${index}.conf`, `n ${index}\n`])),
  ),
  tree('deep', { [`${Array.from({ length: 15 }, (_, index) => `d${index}`).join('/')}/leaf.txt`]: 'x' }),
  tree('binary', {
    'preview.png': { body: Buffer.from(Array.from({ length: 70_000 }, (_, index) => (index * 31) % 256)) },
  }),
  tree('macOS', { '._main.conf': 'fork', '.DS_Store': 'x', 'sub/._x': 'fork', 'sub/x': 'x' }, [
    '._main.conf',
    '.DS_Store',
    'sub/._x',
  ]),
];

/** Writes a tree to the disk. */
export function plant(folder: string, { files }: Tree): void {
  for (const [path, { body, mode }] of Object.entries(files)) {
    const full = join(folder, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, body);
    chmodSync(full, mode ?? 0o644);
  }
}
