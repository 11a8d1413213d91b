import { hash } from 'node:crypto';

import type { FileState, Sha256 } from '../types';

export const sha256Of = (bytes: Buffer): Sha256 => hash('sha256', bytes, 'hex');

/** Whether two states are the same to the byte and the permission bit. */
export function sameState(a: FileState, b: FileState): boolean {
  if (a.type === 'file' && b.type === 'file') return a.sha256 === b.sha256 && a.perm === b.perm;
  if (a.type === 'link' && b.type === 'link') return a.target === b.target;
  if (a.type === 'folder' && b.type === 'folder') return a.perm === b.perm;
  return a.type === b.type;
}

/** Whether something may be put in its place: folders and devices never give way. */
export const givesWay = (state: FileState): boolean => state.type !== 'folder' && state.type !== 'other';

/** One character for each byte, so that a text in any encoding comes out as it went in. */
export const textOf = (bytes: Buffer): string => bytes.toString('latin1');
export const bytesOf = (text: string): Buffer => Buffer.from(text, 'latin1');
/** Our own words, as they stand in such a text. */
export const asText = (words: string): string => textOf(Buffer.from(words, 'utf8'));

/** A text has no NUL: images, archives and UTF-16 have. */
export const isText = (bytes: Buffer): boolean => !bytes.includes(0);
