import type { FileState } from '../types';
import { endsWithBlock } from './blocks';
import { findLine } from './lines';
import type { Planning } from './planning';
import { bytesOf, isText, textOf } from './states';

/** One file that modules have parts in, while it is edited. */
export type SharedText = {
  path: string;
  /** Lines that modules added here. */
  lines: Set<string>;
};

/** The text of a file that parts may stand in; empty where no file is yet. `why` says what keeps us out. */
export function readShared({ draft }: Planning, path: string): { text: string; isThere: boolean } | { why: string } {
  const obstacle = draft.obstacle(path);
  if (obstacle !== null) return { why: `${obstacle} is a symbolic link or no folder; nothing is written beyond it.` };
  const state = draft.state(path);
  if (state.type === 'absent') return { text: '', isThere: false };
  if (state.type === 'link') {
    return {
      why: `It is a symbolic link to ${state.target}, which is never followed. Put the file itself in its place.`,
    };
  }
  const bytes = state.type === 'file' ? draft.bytes(path) : null;
  if (bytes === null || !isText(bytes)) return { why: 'It is no text file.' };
  return { text: textOf(bytes), isThere: true };
}

/** Puts an edited text in its place. Its permissions stay. */
export function writeShared({ draft, home }: Planning, path: string, text: string): void {
  const state = draft.state(path);
  const perm = state.type === 'file' ? state.perm : 0o644 & ~home.umask;
  draft.place(path, { type: 'file', sha256: draft.put(bytesOf(text)), perm });
}

/** A part's text as receipts name it. Its permissions are those of its file, so none are noted. */
export const partState = ({ draft }: Planning, text: string): FileState => ({
  type: 'file',
  sha256: draft.put(bytesOf(text)),
  perm: 0,
});

const endsWithPart = (text: string, lines: Set<string>): boolean =>
  endsWithBlock(text) || [...lines].some((line) => findLine(text, line)?.end === text.length);

/**
 * Adds a part at the end. Where the text lacks its last line feed one is added and remembered, to be taken away again when nothing of
 * ours follows it any more.
 */
export function append(
  planning: Planning,
  { path, lines }: SharedText,
  text: string,
  isThere: boolean,
  part: string,
): void {
  const before = isThere ? planning.shared.get(path) : undefined;
  const lacksFeed = text !== '' && !text.endsWith('\n');
  const addedNewline = text !== '' && endsWithPart(text, lines) ? before?.addedNewline === true : lacksFeed;
  planning.shared.set(path, { created: before?.created ?? !isThere, addedNewline });
  writeShared(planning, path, `${text}${lacksFeed ? '\n' : ''}${part}`);
}

/** Takes a part away. What a person wrote after it keeps the line feed before it. */
export function cut(planning: Planning, { path, lines }: SharedText, text: string, from: number, to: number): void {
  const known = planning.shared.get(path) ?? { created: false, addedNewline: false };
  const [before, after] = [text.slice(0, from), text.slice(to)];
  const isOurs = known.addedNewline && endsWithPart(text, lines);
  const isBare = isOurs && after === '' && !endsWithPart(before, lines);
  planning.shared.set(path, { ...known, addedNewline: isOurs && !isBare });
  writeShared(planning, path, isBare ? before.replace(/\n$/, '') : before + after);
}

/** When the last part of a file is gone, a file that was made for them goes too, if nobody wrote anything into it. */
export function leaveShared(planning: Planning, path: string): void {
  const known = planning.shared.get(path);
  planning.shared.delete(path);
  const left = readShared(planning, path);
  if (known?.created === true && 'text' in left && left.isThere && left.text === '') {
    planning.draft.place(path, { type: 'absent' });
  }
}
