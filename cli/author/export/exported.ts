import type { Ref } from '../../types';

/** One file to hand over to another tool. `target` is its place below the home directory. */
export type ExportedFile = {
  ref: Ref;
  target: string;
  bytes: Buffer;
  perm: number;
  /** Written when it is absent, and the person's own from then on. */
  createOnly: boolean;
};
/** A symbolic link to hand over. */
export type ExportedLink = { ref: Ref; target: string; leadsTo: string };
/** A part of a file that belongs to others too: no tool can own it, so it is put beside for the person to place. */
export type Fragment = { ref: Ref; target: string; src: string | null; bytes: Buffer };

export type Exported = {
  files: ExportedFile[];
  links: ExportedLink[];
  fragments: Fragment[];
  /** Sentences about what was not handed over as it was installed. */
  notes: string[];
};

/** A file to write, below the folder that is exported to. */
export type OutFile = { path: string; bytes: Buffer; perm: number } | { path: string; leadsTo: string };

/** `@ada/prompt` as a name of a folder. */
export const folderNameOf = (ref: Ref): string => ref.slice(1).replace('/', '-');

/** Where fragments go; both tools pass over what begins with a dot at the top of their folder. */
export function fragmentFiles(fragments: readonly Fragment[]): OutFile[] {
  return fragments.map(({ ref, target, bytes }, index) => ({
    path: `.dotkit-fragments/${folderNameOf(ref)}/${String(index + 1).padStart(2, '0')}-${target.replaceAll('/', '__').replace(/^\./, '')}`,
    bytes,
    perm: 0o644,
  }));
}
