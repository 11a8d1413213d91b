import { destFault } from '@/lib/manifest/dest';
import type { ModuleKind } from '@/types/module-kind';

import { guessApps } from './apps';
import type { Guess, Guesser } from './draft';
import type { FolderView } from './folder-view';
import { guessGit } from './git';
import { guessPackages } from './packages';
import { guessScripts } from './scripts';
import { guessShells } from './shells';
import { guessThemes } from './themes';

const GUESSERS: readonly Guesser[] = [guessApps, guessShells, guessThemes, guessScripts, guessPackages, guessGit];

/** A destination that no module of the kind may write stays out of the draft. */
const allowed = (guess: Guess): Guess => ({
  ...guess,
  draft: { ...guess.draft, files: guess.draft.files.filter(({ dest }) => destFault(dest, guess.kind) === null) },
});

/** What the folder may be, the likeliest first, one guess of each kind. */
export function guessKinds(view: FolderView, name: string): Guess[] {
  const all = GUESSERS.flatMap((guesser) => guesser(view, name)).map(allowed);
  const best = new Map<ModuleKind, Guess>();
  for (const guess of all.sort((a, b) => b.weight - a.weight)) if (!best.has(guess.kind)) best.set(guess.kind, guess);
  return [...best.values()];
}
