import { createReadStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type ArchiveReport, verifyArchive } from '@/lib/archive/verify';
import { MANIFEST_PATH } from '@/lib/manifest/schema';
import type { Finding } from '@/types/finding';

import { CliError, EXIT } from '../errors';
import { assertFolder, collectFiles } from './collect';
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

/**
 * Paths that the manifest names: packed whatever the rules say, so that an entry added to `files[]` is there. Read as any JSON,
 * because what is wrong with the manifest is for the verifier to say.
 */
function namedBy(text: string): string[] {
  const named = [MANIFEST_PATH];
  try {
    JSON.parse(text, (_, value: unknown) => {
      if (typeof value === 'string' && value.length <= 255) named.push(value);
      return value;
    });
  } catch {
    // The verifier names the line.
  }
  return named;
}

function readManifestText(folder: string): string {
  try {
    return readFileSync(join(folder, MANIFEST_PATH), 'utf8');
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
  assertFolder(folder);
  const { files, leftOut, findings: own } = collectFiles(folder, namedBy(readManifestText(folder)));
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
