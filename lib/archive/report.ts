import type { Manifest } from '@/lib/manifest/schema';
import type { Finding } from '@/types/finding';
import type { CapabilitiesDto, FileDto, WriteDto } from '@/types/module';

/** What verification says about an archive. `ok` is true exactly when no finding is an error. */
export type ArchiveReport = {
  ok: boolean;
  /** Of the packed bytes, in hexadecimal; '' when reading stopped before their end. */
  sha256: string;
  /** Packed bytes read. */
  sizeBytes: number;
  unpackedBytes: number;
  manifest: Manifest | null;
  /** Regular files in archive order, without a single leading directory and without what macOS added. */
  files: FileDto[];
  /** Files that are in the archive and not in the module: `._*`, `.DS_Store`, `__MACOSX`. */
  dropped: string[];
  readme: string | null;
  changelog: string | null;
  writes: WriteDto[];
  capabilities: CapabilitiesDto;
  findings: Finding[];
};

/** The write map of a manifest: one row for each destination. */
export function writesOf(manifest: Manifest): WriteDto[] {
  return manifest.files.map(({ src, dest, mode, line, perm, when }) => ({
    dest,
    mode,
    ...(src === undefined ? {} : { src }),
    ...(line === undefined ? {} : { line }),
    ...(perm === undefined ? {} : { perm }),
    ...(when === undefined ? {} : { when }),
  }));
}

const needsRoot = (manifest: Manifest): boolean =>
  (manifest.kind === 'package-list' && manifest.packageList.needsRoot === true) ||
  (manifest.kind === 'script' && manifest.script.needsRoot === true) ||
  (manifest.kind === 'input-config' && manifest.inputConfig.needsRoot === true);

const EXECUTABLE = 0o111;

/** What the manifest declares, and as labels what the files show beyond it: the codes of warnings, `hooks`, `executable`. */
export function capabilitiesOf(
  manifest: Manifest,
  files: readonly FileDto[],
  findings: readonly Finding[],
): CapabilitiesDto {
  const labels = new Set(findings.filter(({ severity }) => severity === 'warning').map(({ code }) => code));
  labels.delete('path-missing');
  if (Object.keys(manifest.hooks ?? {}).length > 0) labels.add('hooks');
  const installed = new Set(manifest.files.map(({ src }) => src));
  if (files.some(({ path, mode }) => installed.has(path) && (mode & EXECUTABLE) !== 0)) labels.add('executable');
  return {
    runs: manifest.capabilities?.runs ?? [],
    network: manifest.capabilities?.network ?? [],
    root: manifest.capabilities?.root === true || needsRoot(manifest),
    labels: [...labels].sort(),
  };
}
