import { lstatSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';

import { isWithin } from '../../own-paths';
import type { Contents, FileState, Home, Installed, ManagedWrite, Receipt } from '../../types';
import type { Exported } from './exported';

type Content = { bytes: Buffer; perm: number };

/** What stands there now, if it is a regular file: the person's edits are theirs to keep. */
function onDisk(path: string): Content | null {
  try {
    const stats = lstatSync(path);
    return stats.isFile() ? { bytes: readFileSync(path), perm: stats.mode & 0o777 } : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function kept(contents: Contents, state: FileState): Content | null {
  if (state.type !== 'file') return null;
  const bytes = contents.read(state.sha256);
  return bytes === null ? null : { bytes, perm: state.perm };
}

function gatherWrite(home: Home, contents: Contents, { ref }: Receipt, write: ManagedWrite, into: Exported): void {
  const { path, mode, src, written } = write;
  const target = relative(home.root, path);
  if (!isWithin(home.root, path)) {
    into.notes.push(`${path} lies outside of the home directory and was left out.`);
    return;
  }
  if (mode === 'block' || mode === 'source-line') {
    const text = kept(contents, written);
    if (text === null) into.notes.push(`What ${ref} added to ${target} is no longer kept.`);
    else into.fragments.push({ ref, target, src, bytes: text.bytes });
    return;
  }
  if (written.type === 'link' && !isWithin(home.own.data, written.target)) {
    into.links.push({ ref, target, leadsTo: written.target });
    return;
  }
  // dotkit's store goes when the module leaves, so a link into it is handed over as the file that it leads to.
  const now = onDisk(path) ?? (written.type === 'link' ? onDisk(written.target) : null);
  const content = now ?? kept(contents, written);
  if (content === null) {
    into.notes.push(`${target} is gone, and its content is no longer kept.`);
    return;
  }
  if (now === null) into.notes.push(`${target} was removed here; it is handed over as it was installed.`);
  const perm = written.type === 'link' ? ((content.perm & 0o111) !== 0 ? 0o755 : 0o644) : content.perm;
  into.files.push({ ref, target, bytes: content.bytes, perm, createOnly: mode === 'create-only' });
}

/** Everything that modules wrote, as it is now, or as it was written where it is gone. Sorted by module and place. */
export function gather(home: Home, installed: Installed, contents: Contents): Exported {
  const into: Exported = { files: [], links: [], fragments: [], notes: [] };
  for (const ref of Object.keys(installed.modules).sort()) {
    const receipt = installed.modules[ref];
    for (const write of [...(receipt?.writes ?? [])].sort((a, b) => (a.path < b.path ? -1 : 1))) {
      if (receipt !== undefined) gatherWrite(home, contents, receipt, write, into);
    }
  }
  return into;
}
