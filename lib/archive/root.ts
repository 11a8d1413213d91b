import { MANIFEST_PATH } from '@/lib/manifest/schema';

/**
 * The single leading directory with its slash, as `npm pack` and `git archive --prefix` make it, or '' when the manifest lies
 * at the root itself. Null when there is no manifest at either place.
 */
export function leadingDirectory(files: readonly string[], folders: readonly string[]): string | null {
  if (files.includes(MANIFEST_PATH)) return '';
  const first = files[0] ?? '';
  const top = first.slice(0, first.indexOf('/') + 1);
  if (top === '' || !files.includes(`${top}${MANIFEST_PATH}`)) return null;
  const isInside = (path: string): boolean => path.startsWith(top) || `${path}/` === top;
  return files.every(isInside) && folders.every(isInside) ? top : null;
}
