import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { create } from 'tar';

import type { Tree } from './honest-trees';
import type { Tool } from './tools';

/** Writes the folder's content as a packed tar. */
type Write = (folder: string, tree: Tree) => Promise<Buffer> | Buffer;

export type Writer = {
  name: string;
  tool: Tool | 'node';
  longestPath: number;
  longestName: number;
  drops?: boolean;
  write: Write;
};

const ENV = {
  ...process.env,
  LC_ALL: 'C.UTF-8',
  COPYFILE_DISABLE: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
};
const ANY = 255;

function run(command: string, args: readonly string[], cwd: string): Buffer {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, env: ENV, maxBuffer: 64 * 1024 * 1024 });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? stderr.toString()}`);
  return stdout;
}

const tops = (folder: string): string[] => readdirSync(folder).sort();
const paths = ({ files }: Tree): string[] => Object.keys(files);

const gnu = (format: string, longestPath: number): Writer => ({
  name: `GNU tar ${format}`,
  tool: 'tar',
  longestPath,
  longestName: longestPath > 200 ? ANY : 99,
  write: (folder) => run('tar', [`--format=${format}`, '-czf', '-', '--', ...tops(folder)], folder),
});

const bsd = (format: string, longestPath: number): Writer => ({
  name: `bsdtar ${format}`,
  tool: 'bsdtar',
  longestPath,
  longestName: longestPath > 200 ? ANY : 99,
  write: (folder) => run('bsdtar', ['--format', format, '-czf', '-', '--', ...tops(folder)], folder),
});

const PYTHON =
  'import sys,tarfile,os\nf=getattr(tarfile,sys.argv[1]+"_FORMAT")\nt=tarfile.open(fileobj=sys.stdout.buffer,mode="w|gz",format=f)\nfor n in sorted(os.listdir(".")): t.add(n)\nt.close()';
const python = (format: string, longestPath: number): Writer => ({
  name: `Python ${format}`,
  tool: 'python3',
  longestPath,
  longestName: longestPath > 200 ? ANY : 99,
  write: (folder) => run('python3', ['-c', PYTHON, format], folder),
});

const node = (
  name: string,
  options: { portable?: boolean; prefix?: string; noPax?: boolean },
  longestPath: number,
): Writer => ({
  name: `node-tar ${name}`,
  tool: 'node',
  longestPath,
  longestName: longestPath > 200 ? ANY : 99,
  write: async (folder) => {
    const parts: Buffer[] = [];
    for await (const part of create({ gzip: true, cwd: folder, ...options }, tops(folder)))
      parts.push(Buffer.from(part));
    return Buffer.concat(parts);
  },
});

function gitArchive(folder: string, extra: readonly string[]): Buffer {
  const who = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', '-c', 'init.defaultBranch=main'];
  run('git', [...who, 'init', '-q'], folder);
  run('git', ['add', '-A', '-f'], folder);
  run('git', [...who, 'commit', '-q', '--no-verify', '-m', 'x'], folder);
  return run('git', ['archive', '--format=tar.gz', ...extra, 'HEAD'], folder);
}

function npmPack(folder: string): Buffer {
  const name = run('npm', ['pack', '--silent', '--ignore-scripts'], folder).toString().trim().split('\n').at(-1) ?? '';
  return readFileSync(join(folder, name));
}

/** Every tool with which authors pack, in the ways in which they call it. */
export const WRITERS: readonly Writer[] = [
  gnu('v7', 99),
  gnu('ustar', 200),
  gnu('gnu', ANY),
  gnu('oldgnu', ANY),
  gnu('posix', ANY),
  {
    name: 'GNU tar .',
    tool: 'tar',
    longestPath: ANY,
    longestName: ANY,
    write: (folder) => run('tar', ['-czf', '-', '.'], folder),
  },
  {
    name: 'GNU tar ./ posix',
    tool: 'tar',
    longestPath: ANY,
    longestName: ANY,
    write: (folder) => run('tar', ['--format=posix', '-czf', '-', './'], folder),
  },
  {
    name: 'GNU tar without folders',
    tool: 'tar',
    longestPath: ANY,
    longestName: ANY,
    write: (folder, tree) => run('tar', ['--no-recursion', '-czf', '-', '--', ...paths(tree)], folder),
  },
  {
    name: 'GNU tar of the folder itself',
    tool: 'tar',
    longestPath: 230,
    longestName: ANY,
    write: (folder) => run('tar', ['-czf', '-', basename(folder)], dirname(folder)),
  },
  bsd('v7', 99),
  bsd('ustar', 200),
  bsd('gnutar', ANY),
  bsd('pax', ANY),
  {
    name: 'bsdtar .',
    tool: 'bsdtar',
    longestPath: ANY,
    longestName: ANY,
    write: (folder) => run('bsdtar', ['-czf', '-', '.'], folder),
  },
  python('USTAR', 200),
  python('GNU', ANY),
  python('PAX', ANY),
  node('portable', { portable: true }, ANY),
  node('with owners', {}, ANY),
  node('below package/', { portable: true, prefix: 'package' }, 240),
  {
    name: 'busybox',
    tool: 'busybox',
    longestPath: ANY,
    longestName: ANY,
    write: (folder) => run('busybox', ['tar', '-czf', '-', ...tops(folder)], folder),
  },
  {
    name: 'busybox .',
    tool: 'busybox',
    longestPath: ANY,
    longestName: ANY,
    write: (folder) => run('busybox', ['tar', '-czf', '-', '.'], folder),
  },
  { name: 'git archive', tool: 'git', longestPath: ANY, longestName: ANY, write: (folder) => gitArchive(folder, []) },
  {
    name: 'git archive --prefix',
    tool: 'git',
    longestPath: 240,
    longestName: ANY,
    write: (folder) => gitArchive(folder, ['--prefix=sample-1.0.0/']),
  },
  { name: 'npm pack', tool: 'npm', longestPath: 240, longestName: ANY, drops: true, write: npmPack },
];
