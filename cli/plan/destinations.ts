import { destFault } from '@/lib/manifest/dest';
import { CliError, EXIT } from '../errors';
import type { Home } from '../types';

/** Whether a path is a folder or lies in it. */
export const isWithin = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);

/** Every way in which the manifest could have written this path, given where the folders lie in this home. */
function spellings(home: Home, path: string): string[] {
  const found = Object.entries(home.dirs).filter(([, folder]) => path.startsWith(`${folder}/`));
  return found.map(([prefix, folder]) => `{${prefix}}/${path.slice(folder.length + 1)}`);
}

/** Of a destination: what the rules of the manifest say about where it really leads. */
export const placeFaults = (home: Home, path: string): Set<string> =>
  // Judged as a kind that may start nothing, so that whatever starts programs is named.
  new Set(spellings(home, path).flatMap((dest) => destFault(dest, 'color-theme')?.code ?? []));

/**
 * The absolute path that a destination means in this home. The manifest's rules are asked again about the place where it leads:
 * with XDG variables set, an innocent destination may lie where keys or dotkit's own files are. Throws `incompatible`.
 */
export function pathOf(home: Home, dest: string): { path: string; startsPrograms: boolean } {
  const slash = dest.indexOf('/');
  const folder = home.dirs[dest.slice(1, slash - 1) as keyof Home['dirs']];
  const path = `${folder}/${dest.slice(slash + 1)}`;
  const faults = placeFaults(home, path);
  const isOurs = Object.values(home.own).some((own) => isWithin(path, own) || isWithin(own, path));
  if (isOurs || faults.has('dest-sensitive') || folder === undefined) {
    throw new CliError('incompatible', EXIT.incompatible, `No module may write to ${path}.`, [
      `Its manifest says ${dest}.`,
    ]);
  }
  return { path, startsPrograms: faults.has('dest-autostart') };
}
