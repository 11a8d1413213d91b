import { type LineOf, MANIFEST_PATH, type Manifest, parseManifest } from '@/lib/manifest/schema';
import type { Finding } from '@/types/finding';

import { ceilingFindings } from './ceiling-findings';
import { contentFindings, declaredLineFindings } from './content-findings';
import { makeFinding } from './fault';
import type { TakenFile } from './file-intake';
import type { ArchiveIntake } from './intake';
import { type Expected, identityFindings, missingFindings } from './manifest-findings';
import { leadingDirectory } from './root';
import { isChangelog, isReadme } from './scan/file-class';

export type Conclusion = {
  manifest: Manifest | null;
  files: TakenFile[];
  dropped: string[];
  readme: string | null;
  changelog: string | null;
  findings: Finding[];
};

/** What can be said of an archive that was not read to its end. */
export function concludeEarly(intake: ArchiveIntake): Conclusion {
  return { manifest: null, files: intake.files, dropped: intake.dropped, readme: null, changelog: null, findings: [] };
}

type Read = { manifest: Manifest | null; lineOf: LineOf; findings: Finding[] };

function readManifest(files: readonly TakenFile[]): Read {
  const file = files.find(({ path }) => path === MANIFEST_PATH);
  if (file === undefined) return { manifest: null, lineOf: () => 1, findings: [makeFinding('manifest-missing')] };
  if (file.kept === null) {
    return { manifest: null, lineOf: () => 1, findings: [makeFinding('manifest-too-large', { path: MANIFEST_PATH })] };
  }
  return parseManifest(file.kept);
}

function* secondManifests(files: readonly TakenFile[]): Generator<Finding> {
  for (const { path } of files) {
    const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
    if (name === MANIFEST_PATH && path !== MANIFEST_PATH) yield makeFinding('manifest-second', { path });
  }
}

type Document = { text: string | null; findings: Finding[] };

/** The text of the document that the manifest names, or else of the usual one at the root. */
function readDocument(
  files: readonly TakenFile[],
  named: string | undefined,
  isUsual: (path: string) => boolean,
): Document {
  const file = files.find(({ path }) => (named === undefined ? isUsual(path) : path === named));
  if (file === undefined) return { text: null, findings: [] };
  if (file.kept !== null && !file.kept.includes(0))
    return { text: file.kept.toString('utf8').replace(/^\ufeff/, ''), findings: [] };
  return { text: null, findings: named === undefined ? [] : [makeFinding('readme-unreadable', { path: file.path })] };
}

/**
 * Judges the archive as a whole, after its last entry: which directory is the root, the one manifest, what it names, and
 * whether anything is above the ceiling of its kind.
 */
export function conclude(intake: ArchiveIntake, expected: Expected | undefined): Conclusion {
  const top =
    leadingDirectory(
      intake.files.map(({ path }) => path),
      intake.folders,
    ) ?? '';
  const strip = (path: string): string => (path.startsWith(top) ? path.slice(top.length) : path);
  const files = intake.files.map((file) => ({ ...file, path: strip(file.path) }));
  const { manifest, lineOf, findings: manifestFindings } = readManifest(files);
  const readme = readDocument(files, manifest?.readme, isReadme);
  const changelog = readDocument(files, manifest?.changelog, isChangelog);
  const findings = [...manifestFindings, ...secondManifests(files), ...readme.findings, ...changelog.findings];
  if (manifest !== null) {
    if (expected !== undefined) findings.push(...identityFindings(manifest, expected, lineOf));
    findings.push(...missingFindings(manifest, new Set(files.map(({ path }) => path)), lineOf));
    findings.push(...ceilingFindings(manifest, files, lineOf), ...declaredLineFindings(manifest, lineOf));
  }
  findings.push(
    ...contentFindings(
      intake.seen.map((seen) => ({ ...seen, path: strip(seen.path) })),
      manifest,
    ),
  );
  return {
    manifest,
    files,
    dropped: intake.dropped.map(strip),
    readme: readme.text,
    changelog: changelog.text,
    findings,
  };
}
