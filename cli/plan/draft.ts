import { dirname } from 'node:path';

import type { Change, Contents, Disk, FileState, Sha256 } from '../types';
import { sameState, sha256Of } from './states';

const ABSENT: FileState = { type: 'absent' };

/** Folders first and from the top, so that what lies in them finds them; what goes last goes from the bottom. */
function rank({ before, after }: Change): number {
  if (after.type === 'folder') return 0;
  if (after.type !== 'absent') return 1;
  return before.type === 'folder' ? 3 : 2;
}
const byOrder = (a: Change, b: Change): number => {
  const order = rank(a) - rank(b);
  if (order !== 0) return order;
  const path = a.path < b.path ? -1 : 1;
  return rank(a) === 3 ? -path : path;
};

/** The home as it will be: the disk with what was decided so far laid over it. Nothing is written. */
export class Draft {
  /** Bytes made here. Receipts name some of them that no change does: a block's text, a line, what a merge began from. */
  readonly made = new Map<Sha256, Buffer>();
  /** Folders that came into being for what was placed. */
  readonly folders = new Set<string>();
  private readonly found = new Map<string, FileState>();
  private readonly decided = new Map<string, FileState>();

  constructor(
    private readonly disk: Disk,
    private readonly contents: Contents,
    private readonly folderPerm: number,
  ) {}

  /** What is there before anything happens. */
  private onDisk(path: string): FileState {
    const known = this.found.get(path);
    if (known !== undefined) return known;
    const state = this.disk.state(path);
    this.found.set(path, state);
    return state;
  }

  state(path: string): FileState {
    return this.decided.get(path) ?? this.onDisk(path);
  }

  /** Whether something was decided about a path. */
  isDecided(path: string): boolean {
    return this.decided.has(path);
  }

  /** The bytes of a regular file as it will be; null for anything else. */
  bytes(path: string): Buffer | null {
    const decided = this.decided.get(path);
    if (decided === undefined) return this.disk.bytes(path);
    return decided.type === 'file' ? this.read(decided.sha256) : null;
  }

  read(sha256: Sha256): Buffer | null {
    return this.made.get(sha256) ?? this.contents.read(sha256);
  }

  /** Keeps bytes for the content store. */
  put(bytes: Buffer): Sha256 {
    const sha256 = sha256Of(bytes);
    this.made.set(sha256, bytes);
    return sha256;
  }

  /** The first part of a path, above its last, that is a symbolic link or no folder, as things will be. */
  obstacle(path: string): string | null {
    const parents: string[] = [];
    for (let at = dirname(path); at !== dirname(at); at = dirname(at)) parents.push(at);
    const decided = parents.findLast((at) => {
      const type = this.decided.get(at)?.type ?? 'absent';
      return type !== 'absent' && type !== 'folder';
    });
    if (decided !== undefined) return decided;
    const found = this.disk.obstacle(path);
    return found === null || found === path || this.decided.has(found) ? null : found;
  }

  /** Decides what will be at a path, and makes the folders that it lies in. */
  place(path: string, state: FileState): void {
    if (state.type !== 'absent') this.makeFolder(dirname(path));
    this.decided.set(path, state);
  }

  private makeFolder(path: string): void {
    if (this.state(path).type !== 'absent' || path === dirname(path)) return;
    this.makeFolder(dirname(path));
    this.decided.set(path, { type: 'folder', perm: this.folderPerm });
    this.folders.add(path);
  }

  /** Lets a folder go that was made for modules. */
  removeFolder(path: string): void {
    this.decided.set(path, ABSENT);
  }

  /** Everything that differs from the disk, in the order in which it is to be carried out. */
  changes(): Change[] {
    const all = [...this.decided].map(([path, after]) => ({ path, before: this.onDisk(path), after }));
    return all.filter(({ before, after }) => !sameState(before, after)).sort(byOrder);
  }
}
