import type { FileEntry } from '@/lib/manifest/files';
import type { FileState, Home, ManagedWrite, Ref, SharedFile, Step } from '../types';
import type { Draft } from './draft';

export type PlanOptions = {
  /** Takes the module's side where a person's edit and an update collide, and brings back what they removed. */
  force: boolean;
};

/** What one module writes to one path. A whole file is a state; a part of a file (a block, a line) is a text. */
export type Wanted = {
  ref: Ref;
  entry: FileEntry;
  path: string;
  /** Where it stands in the manifest: steps and receipts keep that order. */
  at: number;
  consent: string | undefined;
} & ({ layer: 'whole'; state: FileState } | { layer: 'part'; text: string });
export type WantedFile = Extract<Wanted, { layer: 'whole' }>;
export type WantedPart = Extract<Wanted, { layer: 'part' }>;

/** What one module wrote, as its receipt says. */
export type Held = { ref: Ref; write: ManagedWrite };

export const isPart = ({ mode }: { mode: ManagedWrite['mode'] }): boolean => mode === 'block' || mode === 'source-line';

/** A step whose change is known when all is decided: the one at `touches`. */
export type OpenStep = Omit<Step, 'change'> & { at: number; touches?: string };
export type OpenWrite = ManagedWrite & { ref: Ref; at: number };

/** Steps of what leaves come after those of what comes. */
export const AFTER_ALL = 1_000_000;

/** One plan while it is made. */
export type Planning = {
  home: Home;
  draft: Draft;
  options: PlanOptions;
  steps: OpenStep[];
  writes: OpenWrite[];
  /** Who owns a whole file when the plan is done, and who has a part in a file from before. */
  owners: Map<string, Ref>;
  guests: Map<string, Ref>;
  shared: Map<string, SharedFile>;
};

/** Notes what a module will have at a path. */
export function record(planning: Planning, wanted: Wanted, written: FileState, original: FileState): void {
  const { ref, path, at, entry } = wanted;
  const { dest, mode, src = null } = entry;
  planning.writes.push({ ref, at, path, dest, mode, src, written, original });
}
