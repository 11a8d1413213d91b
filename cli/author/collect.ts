import { lstatSync, readdirSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';

import { DEFAULT_LIMITS } from '@/lib/archive/limits';
import type { Finding } from '@/types/finding';

import { CliError, EXIT } from '../errors';
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
  const inside = real.startsWith(`${walk.root}/`);
  const steps = inside ? real.slice(walk.root.length + 1).split('/') : [];
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

function visit(walk: Walk, folder: string, name: string): void {
  const path = folder === '' ? name : `${folder}/${name}`;
  const entry = lstatSync(join(walk.root, path));
  const source = entry.isSymbolicLink() ? null : join(walk.root, path);
  // Judged by its own name before it is followed: what is left out may lead anywhere.
  const isFolder =
    source === null ? statSync(join(walk.root, path), { throwIfNoEntry: false })?.isDirectory() : entry.isDirectory();
  if (VERSION_CONTROL.includes(name) || walk.isIgnored(path, isFolder === true)) {
    if (path !== IGNORE_FILE) walk.leftOut.push(isFolder ? `${path}/` : path);
    return;
  }
  const target = source ?? insideTarget(walk, path);
  if (target === null) return;
  const stats = statSync(target);
  if (stats.isDirectory()) walkFolder(walk, path, target);
  else if (stats.isFile()) takeFile(walk, path, target, stats);
  else walk.findings.push(found('not-a-file', path, 'This is a device, a socket or a pipe.'));
}

function walkFolder(walk: Walk, path: string, real: string): void {
  if (walk.open.includes(real)) {
    walk.findings.push(found('link-loop', path, 'This link leads to a folder that it lies in.'));
    return;
  }
  walk.open.push(real);
  for (const name of readdirSync(join(walk.root, path)).sort()) {
    // The verifier refuses more, so there is no use in reading on, and a wrong folder may hold a whole disk.
    if (walk.files.length > DEFAULT_LIMITS.entries || walk.sizeBytes > DEFAULT_LIMITS.unpackedBytes) break;
    visit(walk, path, name);
  }
  walk.open.pop();
}

/**
 * The files of a module's folder: everything but version control, what systems leave behind, and what `.dotkitignore` names.
 * Links inside the folder become what they lead to; links that leave it are findings. Stops soon after the limits of an archive.
 * @throws CliError `no_folder`
 */
export function collectFiles(folder: string): Collected {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new CliError('no_folder', EXIT.usage, `There is no folder ${folder}.`);
  }
  const root = realpathSync(folder);
  const walk: Walk = { root, isIgnored: rulesOf(root), open: [], sizeBytes: 0, files: [], leftOut: [], findings: [] };
  walkFolder(walk, '', root);
  const { files, leftOut, findings } = walk;
  return { files: files.sort(byName), leftOut: leftOut.sort(), findings };
}
