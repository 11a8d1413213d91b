import { destFault, homePath } from '@/lib/manifest/dest';
import type { ModuleKind } from '@/types/module-kind';
import { CliError, EXIT } from '../errors';
import { isOwn } from '../own-paths';
import type { Home } from '../types';

/**
 * Every way in which the manifest could have written this path, given where the folders lie in this home. Those that mean one place
 * where XDG variables are not set are told once.
 */
function spellings(home: Home, path: string): Iterable<string> {
  const byPlace = new Map<string | null, string>();
  for (const [prefix, folder] of Object.entries(home.dirs)) {
    if (!path.startsWith(`${folder}/`)) continue;
    const dest = `{${prefix}}/${path.slice(folder.length + 1)}`;
    byPlace.set(homePath(dest), dest);
  }
  return byPlace.values();
}

/** What the rules of the manifest say about where a destination really leads. */
function placeFaults(home: Home, path: string): Set<string> {
  const faults = new Set<string>();
  for (const dest of spellings(home, path)) {
    // Judged as a kind that may start nothing, so that whatever starts programs is named.
    const fault = destFault(dest, 'color-theme');
    if (fault !== null) faults.add(fault.code);
  }
  return faults;
}

/** Whether the folders lie where the manifest's rules suppose them. */
function isUsual({ root, dirs }: Home): boolean {
  const { home, config, data, state, cache, bin } = dirs;
  return (
    home === root &&
    config === `${root}/.config` &&
    data === `${root}/.local/share` &&
    state === `${root}/.local/state` &&
    cache === `${root}/.cache` &&
    bin === `${root}/.local/bin`
  );
}

export type Place = { path: string; startsPrograms: boolean };
const NO_FAULTS: ReadonlySet<string> = new Set();

/**
 * Answers what destinations of a module of this kind mean in this home, as absolute paths. The manifest's rules are asked again about the
 * place where one leads: with XDG variables set, an innocent destination may lie where keys or dotkit's own files are. They are not
 * where they would say what they said of the manifest: the folders lie as usual, and the kind may start no programs.
 * The answer throws `incompatible`.
 */
export function destinationsIn(home: Home, kind: ModuleKind): (dest: string) => Place {
  const isJudged = isUsual(home) && kind !== 'wm-config';
  return (dest) => {
    const slash = dest.indexOf('/');
    const folder = home.dirs[dest.slice(1, slash - 1) as keyof Home['dirs']];
    const path = `${folder}/${dest.slice(slash + 1)}`;
    const faults = isJudged ? NO_FAULTS : placeFaults(home, path);
    if (isOwn(home, path) || faults.has('dest-sensitive') || folder === undefined) {
      throw new CliError('incompatible', EXIT.incompatible, `No module may write to ${path}.`, [
        `Its manifest says ${dest}.`,
      ]);
    }
    return { path, startsPrograms: faults.has('dest-autostart') };
  };
}
