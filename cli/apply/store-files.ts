import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The regular files below a store folder, and whatever else lies there though it should not. */
export function storeFiles(folder: string): { files: string[]; others: string[] } {
  const found = { files: [] as string[], others: [] as string[] };
  const visit = (path: string) => {
    const stat = lstatSync(path, { throwIfNoEntry: false });
    if (stat === undefined) return;
    if (stat.isDirectory()) for (const name of readdirSync(path)) visit(join(path, name));
    else found[stat.isFile() ? 'files' : 'others'].push(path);
  };
  visit(folder);
  return found;
}
