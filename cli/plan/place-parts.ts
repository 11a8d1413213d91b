import type { Ref, Sha256 } from '../types';
import { type Pair, pairParts } from './pair-parts';
import type { Held, OpenStep, Planning, WantedPart } from './planning';
import { leaveBlock, placeBlock } from './shared-blocks';
import { type LineOwners, leaveLine, placeLine } from './shared-lines';
import { leaveShared, type SharedText } from './shared-text';
import { bytesOf, sha256Of, textOf } from './states';

/** The parts of one file: what stays, and what becomes of the rest. */
export type PartsOfFile = { file: SharedText; owners: LineOwners; pairs: Pair[]; staying: readonly Held[] };

const hashOf = ({ write }: Held): Sha256 => (write.written.type === 'file' ? write.written.sha256 : '');
const isLine = ({ write }: Held): boolean => write.mode === 'source-line';

/** Looks at the parts of one file. `held` are those of modules that the plan is about, `staying` those of others. */
export function partsOfFile(
  planning: Planning,
  path: string,
  held: readonly Held[],
  staying: readonly Held[],
  wanted: readonly WantedPart[],
): PartsOfFile {
  const known = [...held, ...staying].filter(isLine);
  const after = new Map<Sha256, Set<Ref>>();
  const need = (sha256: Sha256, ref: Ref) => after.set(sha256, (after.get(sha256) ?? new Set()).add(ref));
  for (const one of staying) if (isLine(one)) need(hashOf(one), one.ref);
  for (const { ref, entry, text } of wanted) if (entry.mode === 'source-line') need(sha256Of(bytesOf(text)), ref);
  const texts = known.flatMap((one) => planning.draft.read(hashOf(one)) ?? []).map(textOf);
  return {
    file: { path, lines: new Set(texts) },
    owners: { ours: new Set(known.map(hashOf)), after },
    pairs: pairParts(held, wanted),
    staying,
  };
}

/** Parts that nobody wants any more go. */
export function leaveParts(planning: Planning, { file, owners, pairs, staying }: PartsOfFile): void {
  for (const { held, wanted } of pairs) {
    if (wanted !== undefined || held === undefined) continue;
    const step = isLine(held) ? leaveLine(planning, file, owners, held) : leaveBlock(planning, file, held);
    planning.steps.push(step);
  }
  if (staying.length === 0 && pairs.every(({ wanted }) => wanted === undefined)) leaveShared(planning, file.path);
}

function placePart(planning: Planning, { file, owners }: PartsOfFile, wanted: WantedPart, held?: Held): OpenStep {
  const { ref, path, at, entry } = wanted;
  const owner = planning.owners.get(path);
  if (owner !== undefined) {
    const reason = `The whole file belongs to ${owner}, so nobody else may have a part in it.`;
    return { ref, path, at, action: 'conflict', reason };
  }
  if (entry.mode === 'source-line') return placeLine(planning, file, owners, wanted, held);
  return placeBlock(planning, file, wanted, held);
}

/** Parts come, or are brought up to date. */
export function placeParts(planning: Planning, parts: PartsOfFile): void {
  for (const { held, wanted } of parts.pairs) {
    if (wanted !== undefined) planning.steps.push(placePart(planning, parts, wanted, held));
  }
}
