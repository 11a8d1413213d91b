import { createHash } from 'node:crypto';

import type { Finding } from '@/types/finding';

import { type Conclusion, conclude, concludeEarly } from './conclude';
import { ArchiveFault, makeFinding } from './fault';
import { Gunzip } from './gzip/gunzip';
import { ArchiveIntake } from './intake';
import { type ArchiveLimits, DEFAULT_LIMITS } from './limits';
import type { Expected } from './manifest-findings';
import { Meter } from './meter';
import { type ArchiveReport, capabilitiesOf, writesOf } from './report';
import { TarReader } from './tar/reader';
import { timedChunks } from './timed-chunks';

export type { ArchiveReport } from './report';

/** Recorded with every verification; raised whenever a rule changes what is accepted. */
export const VERIFIER_VERSION = 1;

export type VerifyOptions = {
  limits?: Partial<ArchiveLimits>;
  /** What the upload announced. Its size is also the bound on the packed bytes and the base of the ratio while streaming. */
  expected?: Expected;
  /** Called with each finding as soon as it is certain; those that need the manifest come at the end. */
  onFinding?: (finding: Finding) => void;
  deadlineMs?: number;
  signal?: AbortSignal;
};

const DEFAULT_DEADLINE_MS = 10_000;

const NO_CAPABILITIES = { runs: [], network: [], root: false, labels: [] };

const isError = ({ severity }: Finding): boolean => severity === 'error';

/** Errors first, so that a long list of warnings never hides one; one more than the limit, which says that there were too many. */
function arrange(findings: readonly Finding[], limit: number): Finding[] {
  const errors = findings.filter(isError);
  return [...errors, ...findings.filter((finding) => !isError(finding))].slice(0, limit + 1);
}

function makeReport(
  intake: ArchiveIntake,
  meter: Meter,
  sha256: string,
  concluded: Conclusion,
  limit: number,
): ArchiveReport {
  const all = [...intake.findings, ...concluded.findings];
  const files = concluded.files.map(({ path, size, mode, sha256: hash }) => ({ path, size, mode, sha256: hash }));
  const { manifest, dropped, readme, changelog } = concluded;
  return {
    ok: !all.some(isError),
    sha256,
    sizeBytes: meter.packed,
    unpackedBytes: meter.unpacked,
    manifest,
    files,
    dropped,
    readme,
    changelog,
    writes: manifest === null ? [] : writesOf(manifest),
    capabilities: manifest === null ? NO_CAPABILITIES : capabilitiesOf(manifest, files, all),
    findings: arrange(all, limit),
  };
}

/** Streams the archive through hash, gunzip, tar reader and intake. @throws ArchiveFault, or what the source threw */
async function readAll(
  chunks: AsyncIterable<Uint8Array>,
  intake: ArchiveIntake,
  meter: Meter,
  limits: ArchiveLimits,
): Promise<string> {
  const hash = createHash('sha256');
  const tar = new TarReader(intake, limits);
  const gunzip = new Gunzip((bytes) => {
    meter.addUnpacked(bytes.length, tar.near);
    tar.push(bytes);
  });
  try {
    for await (const chunk of chunks) {
      meter.addPacked(chunk.length);
      hash.update(chunk);
      await gunzip.write(chunk);
    }
    await gunzip.end();
    tar.end();
    meter.checkRatio(meter.packed, tar.near);
    return hash.digest('hex');
  } finally {
    gunzip.destroy();
  }
}

/** Whether the bytes are the announced ones. */
function* bytesFindings(expected: Expected, sha256: string, sizeBytes: number): Generator<Finding> {
  if (sizeBytes !== expected.sizeBytes) yield makeFinding('size-mismatch');
  if (sha256 !== expected.sha256.toLowerCase()) yield makeFinding('sha256-mismatch');
}

/**
 * Verifies a module's archive while it streams in: gzip, tar, paths, manifest, contents and the ceiling of its kind. Every
 * reason against the archive is a finding with a stable code, the path and, for text, the line; none is thrown. Rejects only
 * with what the source itself throws (a storage error) or with the reason of the signal.
 *
 * Memory stays within a few MiB beside the chunks themselves; reading stops at the first limit (at most 64 KiB of unpacked
 * bytes later) and after `deadlineMs`.
 */
export async function verifyArchive(
  chunks: AsyncIterable<Uint8Array>,
  options: VerifyOptions = {},
): Promise<ArchiveReport> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const deadlineMs = options.deadlineMs ?? DEFAULT_DEADLINE_MS;
  const intake = new ArchiveIntake(limits, options.onFinding ?? (() => undefined));
  const meter = new Meter(limits, options.expected?.sizeBytes, deadlineMs);
  let sha256 = '';
  let concluded: Conclusion;
  try {
    sha256 = await readAll(timedChunks(chunks, deadlineMs, options.signal), intake, meter, limits);
    concluded = conclude(intake, options.expected);
    if (options.expected !== undefined)
      concluded.findings.push(...bytesFindings(options.expected, sha256, meter.packed));
  } catch (error) {
    if (!(error instanceof ArchiveFault)) throw error;
    concluded = concludeEarly(intake);
    concluded.findings.push(makeFinding(error.code, { path: error.path, message: error.message }));
  }
  for (const finding of concluded.findings) options.onFinding?.(finding);
  return makeReport(intake, meter, sha256, concluded, limits.findings);
}
