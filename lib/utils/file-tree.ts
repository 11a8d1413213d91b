export type TreeFile<T> = { name: string; file: T };
export type TreeFolder<T> = { name: string; path: string; folders: TreeFolder<T>[]; files: TreeFile<T>[] };

const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

/** Files as folders: both in the order of their names; a chain of folders that hold nothing else is one folder. */
export function fileTree<T extends { path: string }>(files: T[]): TreeFolder<T> {
  const root: TreeFolder<T> = { name: '', path: '', folders: [], files: [] };
  const known = new Map([['', root]]);
  const folderAt = (path: string): TreeFolder<T> => {
    const found = known.get(path);
    if (found) return found;
    const slash = path.lastIndexOf('/');
    const folder: TreeFolder<T> = { name: path.slice(slash + 1), path, folders: [], files: [] };
    known.set(path, folder);
    folderAt(path.slice(0, Math.max(0, slash))).folders.push(folder);
    return folder;
  };
  for (const file of files) {
    const slash = file.path.lastIndexOf('/');
    folderAt(file.path.slice(0, Math.max(0, slash))).files.push({ name: file.path.slice(slash + 1), file });
  }
  return { ...root, folders: root.folders.map(tidy).sort(byName), files: root.files.sort(byName) };
}

function tidy<T>(folder: TreeFolder<T>): TreeFolder<T> {
  const [only] = folder.folders;
  if (only && folder.folders.length === 1 && folder.files.length === 0)
    return tidy({ ...only, name: `${folder.name}/${only.name}` });
  return { ...folder, folders: folder.folders.map(tidy).sort(byName), files: folder.files.sort(byName) };
}

/** How many files lie in a folder and below it. */
export const countFiles = <T>(folder: TreeFolder<T>): number =>
  folder.folders.reduce((sum, below) => sum + countFiles(below), folder.files.length);
