import type { FindingCode } from '../finding-codes';
import { foldCase } from './fold-case';

type Seen = { path: string; kind: 'file' | 'directory' | 'implied' };

/** Remembers every path of an archive and says when a new one would meet an old one on some file system. */
export class PathRegister {
  private readonly seen = new Map<string, Seen>();
  /** Folders all of whose steps were found fine; nearly every path has the parent of one before it. */
  private readonly fine = new Set<string>();

  /** Adds a path; the code says why it cannot stand beside those before it. */
  add(path: string, kind: 'file' | 'directory'): FindingCode | null {
    const key = foldCase(path);
    const old = this.seen.get(key);
    const code = this.parentFault(path) ?? (old === undefined ? null : meeting(old, path, kind));
    if (old === undefined || old.kind === 'implied') this.seen.set(key, { path, kind });
    return code;
  }

  private parentFault(path: string): FindingCode | null {
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    if (this.fine.has(folder)) return null;
    for (let slash = path.indexOf('/'); slash !== -1; slash = path.indexOf('/', slash + 1)) {
      const parent = path.slice(0, slash);
      const key = foldCase(parent);
      const old = this.seen.get(key);
      if (old === undefined) this.seen.set(key, { path: parent, kind: 'implied' });
      else if (old.kind === 'file') return 'path-below-file';
      else if (old.path !== parent) return 'path-collision';
    }
    this.fine.add(folder);
    return null;
  }
}

function meeting(old: Seen, path: string, kind: 'file' | 'directory'): FindingCode | null {
  if (old.path !== path) return 'path-collision';
  if (old.kind !== 'implied') return 'path-duplicate';
  return kind === 'directory' ? null : 'path-below-file';
}
