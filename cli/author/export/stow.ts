import { type Exported, folderNameOf, fragmentFiles, type OutFile } from './exported';

/** Packages of GNU stow: a folder for each module, in which files lie as they lie in the home directory. */
export function stowFiles({ files, links, fragments }: Exported): OutFile[] {
  return [
    ...files.map(({ ref, target, bytes, perm }) => ({ path: `${folderNameOf(ref)}/${target}`, bytes, perm })),
    ...links.map(({ ref, target, leadsTo }) => ({ path: `${folderNameOf(ref)}/${target}`, leadsTo })),
    ...fragmentFiles(fragments),
  ];
}
