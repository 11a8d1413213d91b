import { lstatSync, readdirSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs';
import { join, relative } from 'node:path';

import { DEFAULT_LIMITS } from '@/lib/archive/limits';
import type { Finding } from '@/types/finding';

import { CliError, EXIT } from '../errors';
import { isWithin } from '../own-paths';
import { type IgnoreRules, ignoreRules } from './ignore-rules';
import { DEFAULT_RULES, IGNORE_FILE, VERSION_CONTROL } from './left-out';

/** A file of the module. `path` is relative with slashes; `source` is where its bytes are, which for a link is elsewhere. */
export type SourceFile = { path: string; source: string; size: number; executable: boolean };

export type Collected = {
  /** Sorted by path. */
  files: SourceFile[];
  /** What was found and does not belong to the module, folders with a slash at their end. */
  leftOut: string[];
  /** Links that lead elsewhere and what is no file. */
  findings: Finding[];
};

type Walk = Collected & {
  root: string;
  isIgnored: IgnoreRules;
  /** Paths that are taken whatever the rules say, and the folders that they lie in. */
  needed: ReadonlySet<string>;
  /** Real paths of the folders being walked: a link back to one of them has no end. */
  open: string[];
  sizeBytes: number;
};

const found = (code: string, path: string, message: string): Finding => ({ severity: 'error', code, path, message });

/** Byte order, which no locale changes. */
const byName = (a: { path: string }, b: { path: string }): number =>
  Buffer.compare(Buffer.from(a.path), Buffer.from(b.path));

function rulesOf(root: string): IgnoreRules {
  try {
    return ignoreRules(`${DEFAULT_RULES}\n${readFileSync(join(root, IGNORE_FILE), 'utf8')}`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ignoreRules(DEFAULT_RULES);
    throw error;
  }
}

/** Where a link leads, if that is inside the folder and not in its version control. */
function insideTarget(walk: Walk, path: string): string | null {
  let real: string;
  try {
    real = realpathSync(join(walk.root, path));
  } catch {
    walk.findings.push(found('link-broken', path, 'This link leads nowhere.'));
    return null;
  }
  const inside = isWithin(walk.root, real);
  const steps = inside ? relative(walk.root, real).split('/') : [];
  if (inside && !steps.some((step) => VERSION_CONTROL.includes(step))) return real;
  walk.findings.push(
    found('link-outside', path, 'This link leads out of the module. Copy what it leads to, or remove it.'),
  );
  return null;
}

function takeFile(walk: Walk, path: string, source: string, { size, mode }: Stats): void {
  walk.files.push({ path, source, size, executable: (mode & 0o100) !== 0 });
  walk.sizeBytes += size;
}

/** Whether a path is a folder, or a link that ends at one. */
function isFolderAt(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    // A link to nothing, or to itself: what is wrong with it is said where it is followed.
    return false;
  }
}

function visit(walk: Walk, folder: string, name: string, inIgnored: boolean): void {
  const path = folder === '' ? name : `${folder}/${name}`;
  const entry = lstatSync(join(walk.root, path));
  const source = entry.isSymbolicLink() ? null : join(walk.root, path);
  // Judged by its own name before it is followed: what is left out may lead anywhere.
  const isFolder = isFolderAt(join(walk.root, path));
  const isIgnored = inIgnored || walk.isIgnored(path, isFolder);
  if (VERSION_CONTROL.includes(name) || (isIgnored && !walk.needed.has(path))) {
    if (path !== IGNORE_FILE && !inIgnored) walk.leftOut.push(isFolder ? `${path}/` : path);
    return;
  }
  const target = source ?? insideTarget(walk, path);
  if (target === null) return;
  const stats = statSync(target);
  if (stats.isDirectory()) walkFolder(walk, path, target, isIgnored);
  else if (stats.isFile()) takeFile(walk, path, target, stats);
  else walk.findings.push(found('not-a-file', path, 'This is a device, a socket or a pipe.'));
}

function walkFolder(walk: Walk, path: string, real: string, inIgnored: boolean): void {
  if (walk.open.includes(real)) {
    walk.findings.push(found('link-loop', path, 'This link leads to a folder that it lies in.'));
    return;
  }
  walk.open.push(real);
  for (const name of readdirSync(join(walk.root, path)).sort()) {
    // The verifier refuses more, so there is no use in reading on, and a wrong folder may hold a whole disk.
    if (walk.files.length > DEFAULT_LIMITS.entries || walk.sizeBytes > DEFAULT_LIMITS.unpackedBytes) break;
    visit(walk, path, name, inIgnored);
  }
  walk.open.pop();
}

/** @throws CliError `no_folder` */
export function assertFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return;
  throw new CliError('no_folder', EXIT.usage, `There is no folder ${folder}.`);
}

/** A path and every folder above it. */
const withFolders = (path: string): string[] =>
  path.split('/').map((_, index, steps) => steps.slice(0, index + 1).join('/'));

/**
 * The files of a module's folder: everything but version control, what systems leave behind, and what `.dotkitignore` names
 * without being `needed`. Links inside the folder become what they lead to; links that leave it are findings. Stops soon after
 * the limits of an archive.
 * @throws CliError `no_folder`
 */
export function collectFiles(folder: string, needed: readonly string[] = []): Collected {
  assertFolder(folder);
  const root = realpathSync(folder);
  const walk: Walk = {
    root,
    isIgnored: rulesOf(root),
    needed: new Set(needed.flatMap(withFolders)),
    open: [],
    sizeBytes: 0,
    files: [],
    leftOut: [],
    findings: [],
  };
  walkFolder(walk, '', root, false);
  const { files, leftOut, findings } = walk;
  return { files: files.sort(byName), leftOut: leftOut.sort(), findings };
}
