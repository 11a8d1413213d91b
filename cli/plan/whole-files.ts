import { basename } from 'node:path';

import type { FileState } from '../types';
import { leaveHost } from './host-files';
import { AFTER_ALL, type Held, type OpenStep, type Planning, record, type WantedFile } from './planning';
import { givesWay, sameState } from './states';
import { EDITED, type Outcome, REMOVED, threeWay } from './three-way';

const ABSENT: FileState = { type: 'absent' };
/** Stands for whatever lies beyond a link or below a file: not looked at, never written. */
const OUT_OF_REACH: FileState = { type: 'other' };

const reach = ({ draft }: Planning, path: string): FileState =>
  draft.obstacle(path) === null ? draft.state(path) : OUT_OF_REACH;

/** What a module wrote goes, and what stood there before comes back, unless somebody changed it meanwhile. */
export function leaveFile(planning: Planning, { ref, write }: Held): OpenStep {
  const { path, written, original } = write;
  const mine = reach(planning, path);
  const step = { ref, path, at: AFTER_ALL };
  if (mine.type === 'file' && !sameState(mine, written) && leaveHost(planning, write, mine)) {
    const action = original.type === 'absent' ? 'remove' : 'restore';
    return { ...step, action, reason: 'The parts of other modules stay.', touches: path };
  }
  if (!sameState(mine, written)) {
    return { ...step, action: 'keep', reason: mine.type === 'absent' ? REMOVED : EDITED };
  }
  if (sameState(mine, original)) return { ...step, action: 'unchanged', reason: 'It was like this before.' };
  planning.draft.place(path, original);
  return { ...step, action: original.type === 'absent' ? 'remove' : 'restore', touches: path };
}

/** Why a module may not own a path that it does not own yet; null when it may. */
function blockage({ draft, owners, guestParts }: Planning, { ref, path, entry }: WantedFile): string | null {
  const owner = owners.get(path);
  if (owner !== undefined && owner !== ref) return `It belongs to ${owner}.`;
  const guest = guestParts.get(path)?.[0];
  if (guest !== undefined && entry.mode !== 'create-only') return `${guest.ref} has a part in this file.`;
  const obstacle = draft.obstacle(path);
  if (obstacle !== null) return `${obstacle} is a symbolic link or no folder; nothing is written beyond it.`;
  const { type } = draft.state(path);
  if (type === 'folder') return 'A folder is there.';
  return type === 'other' ? 'Something that is no file is there.' : null;
}

function take(planning: Planning, wanted: WantedFile, state: FileState, named?: OpenStep['action']): OpenStep {
  const { ref, path, at, consent } = wanted;
  const fresh = planning.draft.state(path).type === 'absent' ? 'create' : 'replace';
  const action = named ?? (state.type === 'link' ? 'link' : fresh);
  planning.draft.place(path, state);
  return { ref, path, at, action, touches: path, ...(consent && { consent }) };
}

const note = ({ ref, path, at }: WantedFile, action: OpenStep['action'], reason?: string): OpenStep => ({
  ref,
  path,
  at,
  action,
  ...(reason && { reason }),
});

export const besideOf = (path: string): string => `${path}.dotkit-new`;

/** Keeps what is there and lays what the module wants beside it, under a name that says so. */
export function writeBeside(planning: Planning, at: Omit<OpenStep, 'action'>, theirs: FileState): OpenStep {
  const beside = besideOf(at.path);
  const { draft, owners, guestParts } = planning;
  const isTaken = owners.has(beside) || guestParts.has(beside);
  if (isTaken || draft.obstacle(beside) !== null || !givesWay(draft.state(beside))) {
    return {
      ...at,
      action: 'conflict',
      reason: `You and the module changed it, and ${basename(beside)} is in the way.`,
    };
  }
  draft.place(beside, theirs);
  const reason = `You and the module changed the same lines. Yours stay; the module's go into ${basename(beside)}.`;
  return { ...at, action: 'conflict', reason, touches: beside };
}

function settle(planning: Planning, wanted: WantedFile, outcome: Outcome): OpenStep {
  const { ref, path, at, state } = wanted;
  if (outcome.take === 'same') return note(wanted, 'unchanged');
  if (outcome.take === 'theirs') return take(planning, wanted, outcome.state);
  if (outcome.take === 'merged') return take(planning, wanted, outcome.state, 'merge');
  const mayForce = planning.options.force && planning.draft.obstacle(path) === null;
  if (mayForce && givesWay(planning.draft.state(path))) return take(planning, wanted, state);
  if (outcome.take === 'mine') return note(wanted, 'keep', outcome.why);
  return writeBeside(planning, { ref, path, at }, state);
}

/** A path that is not the module's yet. */
function arrive(planning: Planning, wanted: WantedFile): OpenStep {
  const blocked = blockage(planning, wanted);
  if (blocked !== null) return note(wanted, 'conflict', blocked);
  const found = planning.draft.state(wanted.path);
  record(planning, wanted, wanted.state, found);
  return sameState(found, wanted.state) ? note(wanted, 'unchanged') : take(planning, wanted, wanted.state);
}

/** Written once, and the person's own from then on. */
function arriveOnce(planning: Planning, wanted: WantedFile, held: Held | undefined): OpenStep {
  const mine = reach(planning, wanted.path);
  if (held !== undefined) {
    record(planning, wanted, held.write.written, held.write.original);
    return note(wanted, 'skip', mine.type === 'absent' ? REMOVED : 'It is yours since it was written.');
  }
  if (mine.type !== 'absent' && mine !== OUT_OF_REACH) return note(wanted, 'skip', 'There is one already.');
  const blocked = blockage(planning, wanted);
  if (blocked !== null) return note(wanted, 'conflict', blocked);
  record(planning, wanted, wanted.state, ABSENT);
  return take(planning, wanted, wanted.state);
}

/**
 * A whole file of a module comes or is brought up to date. `held` is what the same path was written as before, by this module or
 * by one that no longer writes it.
 */
export function placeFile(planning: Planning, wanted: WantedFile, held: Held | undefined): OpenStep {
  if (wanted.entry.mode === 'create-only') return arriveOnce(planning, wanted, held);
  if (held === undefined) return arrive(planning, wanted);
  record(planning, wanted, wanted.state, held.write.original);
  const mine = reach(planning, wanted.path);
  return settle(planning, wanted, threeWay(planning.draft, wanted.path, held.write.written, mine, wanted.state));
}
