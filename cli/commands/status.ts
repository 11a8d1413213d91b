import { openDisk } from '../apply/disk';
import { receiptsOf } from '../apply/receipts';
import { settle } from '../apply/run-locked';
import type { Command } from '../context';
import { EXIT } from '../errors';
import { writtenState } from '../plan/written-state';
import { shortPath } from '../ui/short-path';
import { paint, t } from '../ui/text';

const PAINTED = { clean: paint.green, edited: paint.yellow, missing: paint.red };

/** How everything that was installed stands now: clean, edited or missing. Ends with 1 when anything differs. */
export const status: Command = async (context, refs) => {
  const { home, out } = context;
  await settle(context);
  const disk = openDisk(home);
  const modules = receiptsOf(home, refs).map(({ ref, version, writes }) => ({
    ref,
    version,
    files: writes.map((write) => ({
      path: write.path,
      dest: write.dest,
      mode: write.mode,
      state: writtenState(disk, ref, write),
    })),
  }));
  for (const { ref, version, files } of modules) {
    const drifted = files.filter(({ state }) => state !== 'clean');
    const summary = drifted.length === 0 ? t`${files.length} clean` : t`${drifted.length} of ${files.length} differ`;
    out.line(t`${paint.bold(ref)} ${version}  ${summary}`);
    for (const { path, state } of drifted) out.line(t`  ${PAINTED[state](state.padEnd(7))}  ${shortPath(home, path)}`);
  }
  if (modules.length === 0) out.note(t`Nothing is installed yet.`);
  const drift = modules.flatMap(({ files }) => files).filter(({ state }) => state !== 'clean').length;
  return { exitCode: drift === 0 ? EXIT.ok : EXIT.failure, json: { drift, modules } };
};
