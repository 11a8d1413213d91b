import { join } from 'node:path';
import { encodeInstalled } from '@/cli/apply/installed';
import { runLocked } from '@/cli/apply/run-locked';
import { stateAt } from '@/cli/apply/state-at';
import { commit } from '@/cli/apply/transaction';
import { ownPaths } from '@/cli/own-paths';
import { bytesOf, sha256Of } from '@/cli/plan/states';
import type { Change, FileState, Home, Installed, ManagedWrite, Receipt, Transaction } from '@/cli/types';
import type { WriteMode } from '@/types/module';
import { makeContext } from './context';

const INTEGRITY = `sha256-${'A'.repeat(43)}=` as const;
export const REF = '@ada/calm';

type Part = { dest: string; mode?: WriteMode; text: string; perm?: number; written?: FileState; after?: FileState };

const fileOf = (text: string, perm = 0o644): FileState => ({ type: 'file', sha256: sha256Of(bytesOf(text)), perm });

/** A module as the planner would have it written: whole files, or files that hold a part of its own (`written`). */
export async function installModule(home: Home, parts: readonly Part[], version = '1.0.0'): Promise<Transaction> {
  const made = new Map<string, Buffer>();
  const keep = (text: string) => made.set(sha256Of(bytesOf(text)), bytesOf(text));
  const writes: ManagedWrite[] = [];
  const changes: Change[] = [];
  for (const { dest, mode = 'copy', text, perm, written, after = fileOf(text, perm) } of parts) {
    keep(text);
    const path = join(home.root, dest);
    const before = stateAt(path);
    changes.push({ path, before, after });
    writes.push({ path, dest: `{home}/${dest}`, mode, src: dest, written: written ?? after, original: before });
  }
  const receipt: Receipt = {
    ref: REF,
    version,
    integrity: INTEGRITY,
    kind: 'script',
    title: 'Calm',
    range: '*',
    dependencies: {},
    capabilities: { runs: [], network: [], root: false, labels: [] },
    claims: [],
    hooks: {},
    storeFolder: join(ownPaths(home).store, 'ada', 'calm', `${version}-000000000000`),
    writes,
  };
  const installed: Installed = { formatVersion: 1, modules: { [REF]: receipt }, shared: {}, folders: [] };
  const lock = {
    lockfileVersion: 1,
    modules: { [REF]: { dependencies: {}, integrity: INTEGRITY, range: '*', version } },
  };
  const own = [
    { path: ownPaths(home).installed, bytes: encodeInstalled(installed) },
    { path: ownPaths(home).lock, bytes: Buffer.from(JSON.stringify(lock)) },
  ];
  const modules = [{ ref: REF, from: null, to: version }];
  const done = await runLocked(makeContext(home), (session) =>
    commit(session, { action: 'install', modules, changes, made, own }),
  );
  if (done === null) throw new Error('nothing changed');
  return done;
}
