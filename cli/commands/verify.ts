import { existsSync } from 'node:fs';
import { openBlobs } from '../apply/blobs';
import { openDisk } from '../apply/disk';
import { hashPath } from '../apply/hash-path';
import { listBlobs } from '../apply/list-blobs';
import { receiptsOf } from '../apply/receipts';
import { settle } from '../apply/run-locked';
import { storeFiles } from '../apply/store-files';
import type { Command, Context } from '../context';
import { EXIT } from '../errors';
import { isWithin, ownPaths } from '../own-paths';
import { writtenState } from '../plan/written-state';
import { readLock } from '../registry/lock';
import type { Receipt } from '../types';
import { shortPath } from '../ui/short-path';
import { paint, t } from '../ui/text';

/** `damaged`: bytes are not what their hash says. `drift`: the home or the lock file differs from what was installed. */
type Finding = { level: 'damaged' | 'drift'; what: string; where: string };

function contentFindings({ home }: Context): Finding[] {
  const blobs = openBlobs(home);
  return listBlobs(home)
    .filter((sha256) => hashPath(blobs.pathOf(sha256)) !== sha256)
    .map((sha256) => ({
      level: 'damaged',
      what: 'a kept content is not what its name says',
      where: blobs.pathOf(sha256),
    }));
}

/** What lies in a store folder lies in the content store too, under the hash that it had when it was verified. */
function storeFindings({ home }: Context, { storeFolder, writes }: Receipt): Finding[] {
  const blobs = openBlobs(home);
  const { files, others } = storeFiles(storeFolder);
  const changed = files.filter((path) => !blobs.has(hashPath(path) ?? '0'.repeat(64)));
  const targets = writes.flatMap(({ written }) => (written.type === 'link' ? [written.target] : []));
  const gone = targets.filter((target) => isWithin(ownPaths(home).store, target) && !existsSync(target));
  return [
    ...changed.map((where): Finding => ({ level: 'damaged', what: 'a stored file was changed', where })),
    ...others.map((where): Finding => ({ level: 'damaged', what: 'this does not belong in the store', where })),
    ...gone.map((where): Finding => ({ level: 'damaged', what: 'a stored file is gone', where })),
  ];
}

function lockFindings({ home }: Context, receipts: readonly Receipt[]): Finding[] {
  const { lock: where } = ownPaths(home);
  const locked = readLock(home)?.modules ?? {};
  return receipts.flatMap(({ ref, version, integrity }): Finding[] => {
    const entry = Object.hasOwn(locked, ref) ? locked[ref] : undefined;
    if (entry === undefined) return [{ level: 'drift', what: `the lock file does not name ${ref}`, where }];
    if (entry.version !== version) {
      return [{ level: 'drift', what: `${ref} is ${version} here and ${entry.version} in the lock file`, where }];
    }
    if (entry.integrity === integrity) return [];
    return [{ level: 'damaged', what: `${ref} ${version} has another integrity in the lock file`, where }];
  });
}

/**
 * Hashes everything anew: the content store, the files that links lead to, what is installed against the lock file and the disk.
 * Ends with 4 when bytes are not what their hash says, with 1 when something differs from what was installed.
 */
export const verify: Command = async (context, refs) => {
  const { home, out } = context;
  await settle(context);
  const disk = openDisk(home);
  const receipts = receiptsOf(home, refs);
  const findings = [
    ...contentFindings(context),
    ...receipts.flatMap((receipt) => storeFindings(context, receipt)),
    ...lockFindings(context, receipts),
    ...receipts.flatMap(({ ref, writes }) =>
      writes.flatMap((write): Finding[] => {
        const state = writtenState(disk, ref, write);
        return state === 'clean' ? [] : [{ level: 'drift', what: `${ref}: ${state}`, where: write.path }];
      }),
    ),
  ];
  for (const { level, what, where } of findings) {
    out.line(
      t`${(level === 'damaged' ? paint.red : paint.yellow)(level.padEnd(7))}  ${what}  ${shortPath(home, where)}`,
    );
  }
  if (findings.length === 0) out.line(t`Every content and every file is what its hash says.`);
  const isDamaged = findings.some(({ level }) => level === 'damaged');
  if (isDamaged) out.note(t`Installing the module again brings its contents back.`);
  const exitCode = isDamaged ? EXIT.integrity : findings.length > 0 ? EXIT.failure : EXIT.ok;
  return { exitCode, json: { findings } };
};
