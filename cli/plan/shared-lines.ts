import type { FileState, Sha256 } from '../types';
import { replaceRange } from './blocks';
import { findLine, type Line } from './lines';
import { AFTER_ALL, type Held, type OpenStep, type Planning, record, type WantedPart } from './planning';
import { append, cut, partState, readShared, type SharedText, writeShared } from './shared-text';
import { bytesOf, sha256Of, textOf } from './states';
import { REMOVED } from './three-way';

const ABSENT: FileState = { type: 'absent' };

/** The same line may be there for several modules; it goes with the last of them. */
export type LineOwners = {
  /** Hashes of lines that a module, this one or another, added: all others are the person's own. */
  ours: Set<Sha256>;
  /** Who needs a line when the plan is done. */
  after: Map<Sha256, Set<string>>;
};

const hashOf = ({ write }: Held): Sha256 => (write.written.type === 'file' ? write.written.sha256 : '');
const hashOfText = (text: string): Sha256 => sha256Of(bytesOf(text));
const neededBy = ({ after }: LineOwners, sha256: Sha256, ref: string) =>
  [...(after.get(sha256) ?? [])].find((other) => other !== ref);

function textOfHeld({ draft }: Planning, held: Held): string | null {
  const bytes = draft.read(hashOf(held));
  return bytes === null ? null : textOf(bytes);
}

/** A line goes when it is still there and nobody else needs it. */
export function leaveLine(planning: Planning, file: SharedText, owners: LineOwners, held: Held): OpenStep {
  const { path } = file;
  const step = { ref: held.ref, path, at: AFTER_ALL };
  const found = readShared(planning, path);
  if ('why' in found) return { ...step, action: 'keep', reason: found.why };
  const text = textOfHeld(planning, held);
  const line = text === null ? null : findLine(found.text, text);
  if (line === null) return { ...step, action: 'keep', reason: REMOVED };
  const other = neededBy(owners, hashOf(held), held.ref);
  if (other !== undefined) return { ...step, action: 'keep', reason: `${other} needs this line too.` };
  cut(planning, file, found.text, line.start, line.end);
  return { ...step, action: 'remove', touches: path };
}

type Place = { file: SharedText; owners: LineOwners; wanted: WantedPart; text: string; isThere: boolean };

/** The line is there. It becomes the module's only if a module had added it: a person's own line is never taken away. */
function adopt(planning: Planning, { file, owners, wanted, text }: Place, old: Line | null): OpenStep {
  const { ref, path, at, consent } = wanted;
  const isOurs = owners.ours.has(hashOfText(wanted.text));
  if (isOurs) record(planning, wanted, partState(planning, wanted.text), ABSENT);
  if (old === null) {
    return { ref, path, at, action: 'unchanged', ...(!isOurs && { reason: 'The line is there already.' }) };
  }
  cut(planning, file, text, old.start, old.end);
  return { ref, path, at, action: 'source-line', touches: path, ...(consent && { consent }) };
}

function add(planning: Planning, { file, owners, wanted, text, isThere }: Place, old: Line | null): OpenStep {
  const { ref, path, at, consent } = wanted;
  file.lines.add(wanted.text);
  owners.ours.add(hashOfText(wanted.text));
  if (old === null) append(planning, file, text, isThere, `${wanted.text}\n`);
  else writeShared(planning, path, replaceRange(text, old, `${wanted.text}\n`));
  return { ref, path, at, action: 'source-line', touches: path, ...(consent && { consent }) };
}

/** What a reworded line was before, where it still stands: `gone` when the person removed it, null when others need it. */
function formerLine(planning: Planning, text: string, owners: LineOwners, held: Held): Line | 'gone' | null {
  const before = textOfHeld(planning, held);
  const line = before === null ? null : findLine(text, before);
  if (line === null) return 'gone';
  return neededBy(owners, hashOf(held), held.ref) === undefined ? line : null;
}

/** A line comes, or takes the place of what it was before. */
export function placeLine(
  planning: Planning,
  file: SharedText,
  owners: LineOwners,
  wanted: WantedPart,
  held: Held | undefined,
): OpenStep {
  const { ref, path, at } = wanted;
  const own = () => record(planning, wanted, partState(planning, wanted.text), ABSENT);
  const found = readShared(planning, path);
  if ('why' in found) {
    if (held !== undefined) own();
    return { ref, path, at, action: held === undefined ? 'conflict' : 'keep', reason: found.why };
  }
  const place = { file, owners, wanted, ...found };
  const isReworded = held !== undefined && hashOf(held) !== hashOfText(wanted.text);
  const former = isReworded ? formerLine(planning, found.text, owners, held) : null;
  const old = former === 'gone' ? null : former;
  if (findLine(found.text, wanted.text) !== null) return adopt(planning, place, old);
  own();
  const isRemoved = held !== undefined && (!isReworded || former === 'gone');
  if (isRemoved && !planning.options.force) return { ref, path, at, action: 'keep', reason: REMOVED };
  return add(planning, place, old);
}
