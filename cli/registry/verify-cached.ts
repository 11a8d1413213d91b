import { type ArchiveReport, verifyArchive } from '@/lib/archive/verify';
import type { Manifest } from '@/lib/manifest/schema';
import type { Finding } from '@/types/finding';

import { CliError, EXIT } from '../errors';
import type { Ref, Sha256 } from '../types';
import type { ArchiveCache } from './archive-cache';

const SHOWN = 12;
/** From the local disk; a hundred times what the slowest honest archive takes. */
const DEADLINE_MS = 60_000;

const findingLine = ({ code, path, line, message }: Finding): string => {
  const where = path === undefined ? '' : ` ${path}${line === undefined ? '' : `:${line}`}`;
  return `${code}${where}: ${message}`;
};

function refusedBy({ findings }: ArchiveReport, ref: Ref, version: string): CliError {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const more = errors.length - SHOWN;
  return new CliError(
    'archive_refused',
    EXIT.integrity,
    `The archive of ${ref} ${version} breaks the rules. Nothing of it was unpacked.`,
    [
      ...errors.slice(0, SHOWN).map(findingLine),
      ...(more > 0 ? [`and ${more} more`] : []),
      'No registry should serve it: tell its operators.',
    ],
  );
}

export type Verified = { report: ArchiveReport; manifest: Manifest };

/**
 * Judges an archive of the cache as the registry has to: same rules, same code. One that is refused leaves the cache.
 * @throws CliError archive_refused (4)
 */
export async function verifyCached(
  cache: ArchiveCache,
  expected: { name: Ref; version: string; sha256: Sha256; size: number },
): Promise<Verified> {
  const { size: sizeBytes, ...identity } = expected;
  const report = await verifyArchive(cache.read(expected.sha256), {
    expected: { ...identity, sizeBytes },
    deadlineMs: DEADLINE_MS,
  });
  if (report.ok && report.manifest !== null) return { report, manifest: report.manifest };
  cache.remove(expected.sha256);
  throw refusedBy(report, expected.name, expected.version);
}
