import { existsSync, lstatSync } from 'node:fs';
import { CliError } from '../errors';
import { ownPaths } from '../own-paths';
import { readConfig } from '../registry/config';
import { readLock } from '../registry/lock';
import type { Home, Receipt, Transaction } from '../types';
import { openBlobs } from './blobs';
import { leftovers } from './leftovers';
import { neededContents } from './named-contents';

/** Something that is not as it should be, and what to do about it. */
export type Ailment = { check: string; message: string; advice: string };

const OTHERS = 0o077;

/** Whether a path is there, belongs to who runs this, and is closed to others. */
function ofPath(path: string, check: string): Ailment[] {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined) return [];
  const mode = (found.mode & 0o777).toString(8);
  const wanted = found.isDirectory() ? '700' : '600';
  const uid = process.getuid?.();
  const isForeign = uid !== undefined && found.uid !== uid;
  return [
    ...(isForeign
      ? [
          {
            check: 'owner',
            message: `${path} belongs to uid ${found.uid}, not to you (${uid}).`,
            advice: `sudo chown -R ${uid} ${path}`,
          },
        ]
      : []),
    ...((found.mode & OTHERS) === 0
      ? []
      : [{ check, message: `${path} is open to others (mode ${mode}).`, advice: `chmod ${wanted} ${path}` }]),
  ];
}

/** Owners and modes of dotkit's own folders and of the files in them that are nobody else's business. */
export function examinePermissions(home: Home): Ailment[] {
  const { credentials, variables, installed } = ownPaths(home);
  return [
    ...Object.values(home.own).flatMap((path) => ofPath(path, 'folders')),
    ...ofPath(credentials, 'credentials'),
    ...ofPath(variables, 'variables'),
    ...ofPath(installed, 'state'),
  ];
}

/** What a reader of one of dotkit's files complains about. */
export function examineReading(check: string, read: () => unknown): Ailment[] {
  try {
    read();
    return [];
  } catch (error) {
    if (error instanceof CliError) return [{ check, message: error.message, advice: error.details.join(' ') }];
    throw error;
  }
}

/** The files that a person may edit by hand. */
export const examineSettings = (home: Home): Ailment[] => [
  ...examineReading('lock file', () => readLock(home)),
  ...examineReading('settings', () => readConfig(home)),
];

/** Links that lead nowhere, contents that a way back needs, and temporary files of killed commands. */
export function examineState(
  home: Home,
  receipts: readonly Receipt[],
  transactions: readonly Transaction[],
): Ailment[] {
  const blobs = openBlobs(home);
  const broken = receipts.flatMap(({ ref, writes }) =>
    writes
      .filter(({ path, written }) => written.type === 'link' && isLink(path) && !existsSync(path))
      .map(({ path }) => ({
        check: 'links',
        message: `${path} of ${ref} leads to nothing.`,
        advice: `dotkit install ${ref} puts back what it leads to.`,
      })),
  );
  const missing = [...neededContents(receipts, transactions)].filter((sha256) => !blobs.has(sha256));
  const left = leftovers(home, receipts, transactions);
  return [
    ...broken,
    ...(missing.length === 0
      ? []
      : [
          {
            check: 'contents',
            message: `${missing.length} kept contents are gone: ${missing.slice(0, 3).join(', ')}${missing.length > 3 ? ' …' : ''}`,
            advice:
              'What they belong to cannot be put back. Restore the folder from a backup, or leave those files as they are.',
          },
        ]),
    ...left.map((path) => ({
      check: 'leftovers',
      message: `${path} was left by a command that was killed.`,
      advice: 'dotkit doctor --prune removes it.',
    })),
  ];
}

const isLink = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
