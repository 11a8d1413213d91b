import { createReadStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type ArchiveReport, verifyArchive } from '@/lib/archive/verify';
import { MANIFEST_PATH } from '@/lib/manifest/schema';
import type { Finding } from '@/types/finding';

import { CliError, EXIT } from '../errors';
import { collectFiles } from './collect';
import { writeArchive } from './write-archive';

/** Large chunks: the verifier's time goes into crossing between them. */
const CHUNK_BYTES = 256 * 1024;

/** A packed module and what the registry's own verifier says of it. */
export type Packed = {
  archive: string;
  report: ArchiveReport;
  /** All that is wrong or noteworthy, with what the folder itself showed; errors first. */
  findings: Finding[];
  /** Paths that stay at home. */
  leftOut: string[];
  ok: boolean;
};

export const isError = ({ severity }: Finding): boolean => severity === 'error';

/** What the registry will say of an archive. */
export const verifyFile = (archive: string): Promise<ArchiveReport> =>
  verifyArchive(createReadStream(archive, { highWaterMark: CHUNK_BYTES }));

function assertManifest(folder: string): void {
  try {
    readFileSync(join(folder, MANIFEST_PATH));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new CliError('no_manifest', EXIT.failure, `There is no ${MANIFEST_PATH} in ${folder}.`, [
      'dotkit init drafts one from the files of the folder.',
    ]);
  }
}

/**
 * Packs a folder into a temporary place and verifies it there; the caller takes the archive inside `use`, after which it is gone.
 * @throws CliError `no_folder`, `no_manifest`
 */
export async function withPacked<T>(folder: string, use: (packed: Packed) => Promise<T>): Promise<T> {
  const { files, leftOut, findings: own } = collectFiles(folder);
  assertManifest(folder);
  const temporary = mkdtempSync(join(tmpdir(), 'dotkit-pack-'));
  try {
    const archive = join(temporary, 'module.tgz');
    await writeArchive(files, archive);
    const report = await verifyFile(archive);
    const all = [...own, ...report.findings];
    const findings = [...all.filter(isError), ...all.filter((finding) => !isError(finding))];
    return await use({ archive, report, findings, leftOut: [...leftOut, ...report.dropped], ok: !all.some(isError) });
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}
