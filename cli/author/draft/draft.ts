import type { ManifestInput } from '@/lib/manifest/schema';
import type { ModuleKind } from '@/types/module-kind';

import type { FolderView } from './folder-view';

type FileInput = ManifestInput['files'][number];

/** What the files of a folder say about a module of one kind. */
export type KindDraft = {
  /** The fields of the kind object. */
  fields: Record<string, unknown>;
  files: FileInput[];
  requires?: { os?: ('linux' | 'macos' | 'windows' | 'bsd')[]; commands?: string[] };
  provides?: { commands?: string[]; aliases?: string[] };
};

/**
 * A guess. `weight` compares guesses of different kinds: 10 is a file that means one thing only, 5 one that others have too.
 * `because` names what it is drawn from.
 */
export type Guess = { kind: ModuleKind; weight: number; because: string; draft: KindDraft };

/** Looks for one family of modules; the folder's module name is used where files need a folder of their own. */
export type Guesser = (view: FolderView, name: string) => Guess[];
export type { FileInput };
