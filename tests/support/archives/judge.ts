import { type ArchiveReport, type VerifyOptions, verifyArchive } from '@/lib/archive/verify';
import { manifestBytes, SAMPLES } from './manifests';
import { entry, gz, tarOf } from './tar-bytes';

/** Bytes as a source that hands out chunks of this size. */
export async function* chunked(bytes: Uint8Array, size = 64 * 1024): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

export const judge = (packed: Uint8Array, options: VerifyOptions = {}): Promise<ArchiveReport> =>
  verifyArchive(chunked(packed), options);

/** The two entries that make a colour theme; named cases stand beside them. */
export const themeEntries = (): Buffer[] => [
  entry({ name: 'dotkit.json', body: manifestBytes(SAMPLES['color-theme']) }),
  entry({ name: 'main.conf', body: 'background #101010\nforeground #e0e0e0\n' }),
];

/** Judges a valid theme to which these pieces were added. */
export const judgeWith = (...pieces: Buffer[]): Promise<ArchiveReport> =>
  judge(gz(tarOf(...themeEntries(), ...pieces)));

/** A module of one sample kind with files of these contents. */
export function packModule(manifest: unknown, files: Record<string, string | { body: string; mode: number }>): Buffer {
  const pieces = [entry({ name: 'dotkit.json', body: manifestBytes(manifest) })];
  for (const [name, file] of Object.entries(files)) {
    pieces.push(typeof file === 'string' ? entry({ name, body: file }) : entry({ name, ...file }));
  }
  return gz(tarOf(...pieces));
}

export const codesOf = (report: ArchiveReport): string[] => [...new Set(report.findings.map(({ code }) => code))];
