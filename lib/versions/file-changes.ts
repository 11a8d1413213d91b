import { MANIFEST_PATH } from '@/lib/manifest/schema';
import type { FileDto } from '@/types/module';

export type FileChange = { path: string; before: FileDto | null; after: FileDto | null };

const isManifest = (path: string) => (path === MANIFEST_PATH ? 0 : 1);
const inOrder = (a: FileChange, b: FileChange) =>
  isManifest(a.path) - isManifest(b.path) || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);

/**
 * What differs between the files of two archives, told by sha256 and mode: the manifest first, then by path. A file that is
 * gone and one of the same bytes that is new are one file that moved.
 */
export function fileChanges(before: FileDto[], after: FileDto[]): FileChange[] {
  const old = new Map(before.map((file) => [file.path, file]));
  const changes: FileChange[] = [];
  const fresh: FileDto[] = [];
  for (const file of after) {
    const was = old.get(file.path);
    old.delete(file.path);
    if (!was) fresh.push(file);
    else if (was.sha256 !== file.sha256 || was.mode !== file.mode)
      changes.push({ path: file.path, before: was, after: file });
  }
  const gone = new Map<string, FileDto[]>();
  for (const file of old.values()) gone.set(file.sha256, [...(gone.get(file.sha256) ?? []), file]);
  for (const file of fresh) {
    // Empty files are all the same: that one went and another came says nothing.
    const was = file.size > 0 ? gone.get(file.sha256)?.shift() : undefined;
    if (was) old.delete(was.path);
    changes.push({ path: file.path, before: was ?? null, after: file });
  }
  for (const file of old.values()) changes.push({ path: file.path, before: file, after: null });
  return changes.sort(inOrder);
}
