import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import type { ReadyModule } from '../types';

function isOnPath(command: string, folders: readonly string[]): boolean {
  return folders.some((folder) => {
    try {
      const path = join(folder, command);
      accessSync(path, constants.X_OK);
      return statSync(path).isFile();
    } catch {
      return false;
    }
  });
}

/** Commands that modules want and that are not on the search path: worth a warning, no obstacle. */
export function missingCommands(
  modules: readonly ReadyModule[],
  path = process.env.PATH ?? '',
): { ref: string; command: string }[] {
  const folders = path.split(delimiter).filter((folder) => folder !== '');
  return modules.flatMap(({ ref, manifest }) =>
    (manifest.requires?.commands ?? [])
      .filter((command) => !isOnPath(command, folders))
      .map((command) => ({ ref, command })),
  );
}
