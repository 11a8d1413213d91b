import { hasHidden } from './text';

const MAX_BYTES = 255;
const MAX_DEPTH = 20;
const CONTROL = /\p{Cc}/u;
const WINDOWS_RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|clock\$|com[0-9¹²³]|lpt[0-9¹²³]) *(?:\.|$)/i;
/** `.git` under any spelling that a file system which folds case, drops dots or makes 8.3 names takes for it. */
const GIT_DIRECTORY = /^(?:\.git|git~[0-9]+)[. ]*$/i;
/** Printable ASCII has no hidden characters and one form; almost every path is. */
const ASCII = /^[ -~]*$/;
const UTF8 = new TextEncoder();

export type PathCode =
  | 'path-empty'
  | 'path-absolute'
  | 'path-parent'
  | 'path-backslash'
  | 'path-colon'
  | 'path-control'
  | 'path-invisible'
  | 'path-not-nfc'
  | 'path-too-long'
  | 'path-too-deep'
  | 'path-dots-spaces'
  | 'path-reserved'
  | 'path-git';

function segmentFault(segment: string): PathCode | null {
  if (segment === '') return 'path-empty';
  if (segment === '..') return 'path-parent';
  if (segment.endsWith('.') || segment.endsWith(' ')) return 'path-dots-spaces';
  if (WINDOWS_RESERVED.test(segment)) return 'path-reserved';
  if (GIT_DIRECTORY.test(segment)) return 'path-git';
  return null;
}

/**
 * What is wrong with a relative path that every file system must be able to hold, or null.
 * `limits` are in bytes of UTF-8 and in segments.
 */
export function pathFault(path: string, limits = { maxBytes: MAX_BYTES, maxDepth: MAX_DEPTH }): PathCode | null {
  if (path === '') return 'path-empty';
  const plain = ASCII.test(path);
  if (!plain && CONTROL.test(path)) return 'path-control';
  if (path.includes('\\')) return 'path-backslash';
  if (path.startsWith('/')) return 'path-absolute';
  if (path.includes(':')) return 'path-colon';
  if (!plain) {
    if (hasHidden(path)) return 'path-invisible';
    if (path.normalize('NFC') !== path) return 'path-not-nfc';
  }
  if ((plain ? path.length : UTF8.encode(path).length) > limits.maxBytes) return 'path-too-long';
  const segments = path.split('/');
  if (segments.length > limits.maxDepth) return 'path-too-deep';
  for (const segment of segments) {
    const fault = segmentFault(segment);
    if (fault !== null) return fault;
  }
  return null;
}
