import { type PathCode, pathFault } from '@/lib/manifest/paths';

import type { ArchiveLimits } from '../limits';

/** Fatal: a name that is not UTF-8 is another name for every reader. */
const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/** Characters younger than this runtime's Unicode tables cannot be case-folded, so they could hide a collision. */
const UNASSIGNED = /\p{Cn}/u;

export type EntryPath =
  | { path: string; code: null }
  | { path: string; code: PathCode | 'path-encoding' | 'path-unassigned' };

/**
 * The clean path of an entry: one leading `./` and a directory's closing slash removed. '' is the archive's own root.
 * On a fault, `path` is the name as it was, for the message.
 */
export function entryPath(name: Buffer, isDirectory: boolean, limits: ArchiveLimits): EntryPath {
  let text: string;
  try {
    text = UTF8.decode(name);
  } catch {
    return { path: name.toString('utf8'), code: 'path-encoding' };
  }
  if (isDirectory && (text === '.' || text === './')) return { path: '', code: null };
  let path = text.startsWith('./') ? text.slice(2) : text;
  if (isDirectory && path.endsWith('/')) path = path.slice(0, -1);
  const code = pathFault(path, { maxBytes: limits.pathBytes, maxDepth: limits.pathDepth });
  if (code !== null) return { path: text, code };
  return UNASSIGNED.test(path) ? { path: text, code: 'path-unassigned' } : { path, code: null };
}
