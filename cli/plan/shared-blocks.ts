import type { FileState } from '../types';
import { type Block, blockText, bodyOf, findBlock, replaceRange } from './blocks';
import { type CommentMark, commentMark } from './comment-marks';
import { mergeText } from './merge-text';
import { AFTER_ALL, type Held, type OpenStep, type Planning, record, type WantedPart } from './planning';
import { append, cut, partState, readShared, type SharedText, writeShared } from './shared-text';
import { bytesOf, sha256Of, textOf } from './states';
import { EDITED, REMOVED } from './three-way';
import { besideOf, writeBeside } from './whole-files';

const DAMAGED = 'The lines that mark its block are no longer one pair.';
const ABSENT: FileState = { type: 'absent' };

const idOf = (ref: string, src: string | null | undefined): string => `${ref}:${src ?? ''}`;
const hashOfText = (text: string): string => sha256Of(bytesOf(text));
const hashOf = (state: FileState): string => (state.type === 'file' ? state.sha256 : '');

function textBehind({ draft }: Planning, state: FileState): string | null {
  const bytes = state.type === 'file' ? draft.read(state.sha256) : null;
  return bytes === null ? null : textOf(bytes);
}

/** A block goes with its markers, unless somebody changed it. What it once took the place of comes back. */
export function leaveBlock(planning: Planning, file: SharedText, { ref, write }: Held): OpenStep {
  const { path } = file;
  const step = { ref, path, at: AFTER_ALL };
  const found = readShared(planning, path);
  if ('why' in found) return { ...step, action: 'keep', reason: found.why };
  const block = findBlock(found.text, idOf(ref, write.src));
  if (block === null) return { ...step, action: 'keep', reason: REMOVED };
  if (block === 'damaged') return { ...step, action: 'keep', reason: DAMAGED };
  if (hashOfText(bodyOf(found.text, block)) !== hashOf(write.written)) {
    return { ...step, action: 'keep', reason: EDITED };
  }
  const original = textBehind(planning, write.original);
  if (original === null) cut(planning, file, found.text, block.start, block.end);
  else writeShared(planning, path, replaceRange(found.text, { start: block.bodyStart, end: block.bodyEnd }, original));
  return { ...step, action: original === null ? 'remove' : 'restore', touches: path };
}

type Place = { file: SharedText; wanted: WantedPart; mark: CommentMark; text: string; isThere: boolean };

const stepOf = ({ ref, path, at }: WantedPart, action: OpenStep['action'], reason?: string): OpenStep => ({
  ref,
  path,
  at,
  action,
  ...(reason && { reason }),
});
const touching = ({ ref, path, at, consent }: WantedPart, action: OpenStep['action']): OpenStep => ({
  ref,
  path,
  at,
  action,
  touches: path,
  ...(consent && { consent }),
});

function arrive(planning: Planning, { file, wanted, mark, text, isThere }: Place): OpenStep {
  const id = idOf(wanted.ref, wanted.entry.src);
  const block = findBlock(text, id);
  if (block === 'damaged') return stepOf(wanted, 'conflict', DAMAGED);
  const written = partState(planning, wanted.text);
  if (block === null) {
    record(planning, wanted, written, ABSENT);
    append(planning, file, text, isThere, blockText(id, wanted.text, mark));
    return touching(wanted, 'block');
  }
  // A block that was kept for its edits when the module left: its text is what leaving again brings back.
  const body = bodyOf(text, block);
  record(planning, wanted, written, partState(planning, body));
  if (body === wanted.text) return stepOf(wanted, 'unchanged');
  writeShared(planning, file.path, replaceRange(text, { start: block.bodyStart, end: block.bodyEnd }, wanted.text));
  return touching(wanted, 'block');
}

type Verdict = { action: 'unchanged' | 'block' | 'merge' | 'keep' | 'conflict'; body: string };

function judge(planning: Planning, base: FileState, mine: string, theirs: string): Verdict {
  if (mine === theirs) return { action: 'unchanged', body: mine };
  if (hashOfText(mine) === hashOf(base)) return { action: 'block', body: theirs };
  if (planning.options.force) return { action: 'block', body: theirs };
  if (hashOfText(theirs) === hashOf(base)) return { action: 'keep', body: mine };
  const before = textBehind(planning, base);
  const merged = before === null ? null : mergeText(before, mine, theirs);
  if (!merged?.clean) return { action: 'conflict', body: mine };
  return { action: merged.text === mine ? 'keep' : 'merge', body: merged.text };
}

/** The file as it would be with the module's side of the block, beside it. Several blocks of one file share that. */
function blockBeside(planning: Planning, { wanted, mark, text }: Place, held: Held): OpenStep {
  const { ref, path, at } = wanted;
  const { draft } = planning;
  const begun = draft.isDecided(besideOf(path)) ? draft.bytes(besideOf(path)) : null;
  const whole = begun === null ? text : textOf(begun);
  const block = findBlock(whole, idOf(held.ref, held.write.src));
  if (block === null || block === 'damaged') return stepOf(wanted, 'conflict', DAMAGED);
  const theirs = replaceRange(whole, block, blockText(idOf(ref, wanted.entry.src), wanted.text, mark));
  const state = draft.state(path);
  const perm = state.type === 'file' ? state.perm : 0o644 & ~planning.home.umask;
  return writeBeside(planning, { ref, path, at }, { type: 'file', sha256: draft.put(bytesOf(theirs)), perm });
}

function update(planning: Planning, place: Place, held: Held, block: Block): OpenStep {
  const { wanted, mark, text } = place;
  const id = idOf(wanted.ref, wanted.entry.src);
  const { action, body } = judge(planning, held.write.written, bodyOf(text, block), wanted.text);
  if (action === 'conflict') return blockBeside(planning, place, held);
  const isRenamed = id !== idOf(held.ref, held.write.src);
  if (action === 'unchanged' && !isRenamed) return stepOf(wanted, 'unchanged');
  if (action === 'keep' && !isRenamed) return stepOf(wanted, 'keep', EDITED);
  writeShared(planning, wanted.path, replaceRange(text, block, blockText(id, body, mark)));
  return touching(wanted, action === 'merge' ? 'merge' : 'block');
}

/** A block comes, or is brought up to date where it stands. */
export function placeBlock(planning: Planning, file: SharedText, wanted: WantedPart, held: Held | undefined): OpenStep {
  const found = readShared(planning, file.path);
  const mark = commentMark(file.path);
  if (held !== undefined) record(planning, wanted, partState(planning, wanted.text), held.write.original);
  const refusal = held === undefined ? 'conflict' : 'keep';
  if ('why' in found) return stepOf(wanted, refusal, found.why);
  if (mark === null) {
    return stepOf(wanted, refusal, 'A file of this type has no comments, so no block can be marked in it.');
  }
  const place = { file, wanted, mark, ...found };
  if (held === undefined) return arrive(planning, place);
  const block = findBlock(found.text, idOf(held.ref, held.write.src));
  if (block === 'damaged') return stepOf(wanted, 'keep', DAMAGED);
  if (block !== null) return update(planning, place, held, block);
  if (!planning.options.force) return stepOf(wanted, 'keep', REMOVED);
  append(planning, file, found.text, found.isThere, blockText(idOf(wanted.ref, wanted.entry.src), wanted.text, mark));
  return touching(wanted, 'block');
}
