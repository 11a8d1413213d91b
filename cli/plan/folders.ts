import { dirname } from 'node:path';

import type { Draft } from './draft';

/**
 * Which folders were made for modules and still serve, when the plan is done. Those that hold nothing managed go; whether they
 * are empty shows when they are removed. One that a person's file is known to lie in stays, and is theirs from then on.
 */
export function leaveFolders(
  draft: Draft,
  before: readonly string[],
  managed: Iterable<string>,
  kept: Iterable<string>,
): string[] {
  const serving = new Set<string>();
  const mark = (path: string, into: Set<string>) => {
    for (let at = dirname(path); !into.has(at) && at !== dirname(at); at = dirname(at)) into.add(at);
  };
  for (const path of managed) mark(path, serving);
  const occupied = new Set<string>();
  for (const path of kept) if (draft.state(path).type !== 'absent') mark(path, occupied);
  const all = [...new Set([...before, ...draft.folders])].filter((path) => draft.state(path).type === 'folder');
  for (const path of all) if (!serving.has(path) && !occupied.has(path)) draft.removeFolder(path);
  return all.filter((path) => serving.has(path)).sort();
}
