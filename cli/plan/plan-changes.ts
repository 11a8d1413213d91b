import type { Change, Contents, Disk, Home, Installed, Plan, ReadyModule, Ref, Step } from '../types';
import { findClashes } from './clashes';
import { assertMeets } from './conditions';
import { Draft } from './draft';
import { leaveFolders } from './folders';
import { leaveParts, partsOfFile, placeParts } from './place-parts';
import {
  type Held,
  isPart,
  type OpenStep,
  type Planning,
  type PlanOptions,
  type Wanted,
  type WantedFile,
  type WantedPart,
} from './planning';
import { installedAfter } from './receipts';
import { wantedOf } from './wanted';
import { leaveFile, placeFile } from './whole-files';

export type PlanRequest = {
  home: Home;
  disk: Disk;
  contents: Contents;
  installed: Installed;
  /** Versions that will be installed, new ones and those that take the place of another. */
  next: readonly ReadyModule[];
  /** Modules that go. */
  leaving: readonly Ref[];
  options?: Partial<PlanOptions>;
};

const group = <T extends { path: string }>(all: readonly T[]): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const found = groups.get(one.path);
    if (found === undefined) groups.set(one.path, [one]);
    else found.push(one);
  }
  return groups;
};

type HeldAt = Held & { path: string };
const heldBy = (installed: Installed, belongs: (ref: Ref) => boolean): HeldAt[] =>
  Object.values(installed.modules)
    .filter(({ ref }) => belongs(ref))
    .flatMap(({ ref, writes }) => writes.map((write) => ({ ref, write, path: write.path })));

const isFile = (wanted: Wanted): wanted is WantedFile => wanted.layer === 'whole';
const isPartOf = (wanted: Wanted): wanted is WantedPart => wanted.layer === 'part';

/** What one path was written as, if the module that gets it now may go on from there. */
const goesOn = (held: Held | undefined, heir: WantedFile): Held | undefined =>
  held !== undefined && (held.ref === heir.ref || heir.entry.mode !== 'create-only') ? held : undefined;

function planFiles(planning: Planning, held: readonly HeldAt[], wanted: readonly WantedFile[]): void {
  const before = new Map(held.map((one) => [one.path, one]));
  const heirs = new Map<string, WantedFile>();
  for (const [path, rivals] of group(wanted)) {
    const first = rivals[0];
    const heir = rivals.find(({ ref }) => ref === before.get(path)?.ref) ?? first;
    const owner = planning.owners.get(path);
    if (heir === undefined) continue;
    heirs.set(path, heir);
    if (owner === undefined) planning.owners.set(path, heir.ref);
  }
  for (const one of held) {
    const heir = heirs.get(one.path);
    if (heir === undefined || goesOn(one, heir) === undefined) planning.steps.push(leaveFile(planning, one));
  }
  for (const one of wanted) {
    if (heirs.get(one.path) === one) planning.steps.push(placeFile(planning, one, goesOn(before.get(one.path), one)));
    else {
      const { ref, path, at } = one;
      planning.steps.push({ ref, path, at, action: 'conflict', reason: `${heirs.get(path)?.ref} writes it too.` });
    }
  }
}

/** Steps by module, in the order of what comes and then of what goes, each with the change at its path. */
function closeSteps(steps: readonly OpenStep[], order: readonly Ref[], changes: readonly Change[]): Step[] {
  const rank = new Map(order.map((ref, at) => [ref, at]));
  const byPath = new Map(changes.map((change) => [change.path, change]));
  const sorted = steps.toSorted((a, b) => (rank.get(a.ref) ?? 0) - (rank.get(b.ref) ?? 0) || a.at - b.at);
  return sorted.map(({ at: _, touches, ...step }) => {
    const change = touches === undefined ? undefined : byPath.get(touches);
    return change === undefined ? step : { ...step, change };
  });
}

function startPlanning(
  { home, disk, contents, installed, options }: PlanRequest,
  staying: readonly HeldAt[],
): Planning {
  return {
    home,
    draft: new Draft(disk, contents, 0o755 & ~home.umask),
    options: { force: false, ...options },
    steps: [],
    writes: [],
    owners: new Map(staying.filter(({ write }) => !isPart(write)).map(({ path, ref }) => [path, ref])),
    guests: new Map(staying.filter(({ write }) => isPart(write)).map(({ path, ref }) => [path, ref])),
    shared: new Map(Object.entries(installed.shared)),
  };
}

/**
 * Everything that installing, updating or leaving will do, before any of it is done: one three-way decision for each path, from
 * what a module wrote, what is there, and what it wants now (docs/decisions/041). Pure: the disk is only asked.
 * Throws `incompatible` (exit 5) and `content_missing` (exit 4). A conflict is a step, never an exception.
 */
export function planChanges(request: PlanRequest): Plan {
  const { home, installed, next } = request;
  const leaving = new Set(request.leaving);
  const concerned = new Set([...next.map(({ ref }) => ref), ...leaving]);
  const held = heldBy(installed, (ref) => concerned.has(ref));
  const staying = heldBy(installed, (ref) => !concerned.has(ref));
  const planning = startPlanning(request, staying);
  for (const { manifest } of next) assertMeets(manifest, home);
  const all = next.map((module) => wantedOf(home, planning.draft, module));
  planning.steps.push(...all.flatMap(({ skipped }) => skipped));
  const wanted = all.flatMap((one) => one.wanted);

  const [heldParts, stayingParts] = [held, staying].map((some) => group(some.filter(({ write }) => isPart(write))));
  const wantedParts = group(wanted.filter(isPartOf));
  const paths = new Set([...(heldParts?.keys() ?? []), ...wantedParts.keys()]);
  const files = [...paths].map((path) =>
    partsOfFile(planning, path, heldParts?.get(path) ?? [], stayingParts?.get(path) ?? [], wantedParts.get(path) ?? []),
  );
  for (const { pairs } of files) {
    for (const { held: was, wanted: is } of pairs) if (was && is) planning.guests.set(is.path, is.ref);
  }

  for (const file of files) leaveParts(planning, file);
  planFiles(
    planning,
    held.filter(({ write }) => !isPart(write)),
    wanted.filter(isFile),
  );
  for (const file of files) placeParts(planning, file);

  const managed = [...planning.writes, ...staying].map(({ path }) => path);
  const folders = leaveFolders(
    planning.draft,
    installed.folders,
    managed,
    held.map(({ path }) => path),
  );
  const changes = planning.draft.changes();
  return {
    steps: closeSteps(planning.steps, [...concerned], changes),
    changes,
    made: planning.draft.made,
    installed: installedAfter(planning, installed, next, leaving, folders),
    clashes: findClashes(installed, next, leaving),
  };
}
