import type { ArchiveReport } from '@/lib/archive/verify';

import { type Listing, listByNodeTar, listByTarStream } from './parsers';

const DROPPED = /(?:^|\/)(?:\._[^/]*|\.DS_Store|__MACOSX)(?:\/|$)/;

/** The rules of the contract for a path, written a second time and differently from the verifier's. */
function isSafePath(path: string): boolean {
  if (path.length === 0 || Buffer.byteLength(path) > 255 || path !== path.normalize('NFC')) return false;
  if (/[\\:]|\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}/u.test(path)) return false;
  const parts = path.split('/');
  if (parts.length > 20) return false;
  return parts.every(
    (part) => part !== '' && !/^[. ]+$/.test(part) && !/[. ]$/.test(part) && part.toLowerCase() !== '.git',
  );
}

function listingFault(report: ArchiveReport, listing: Listing): string | null {
  if (listing.otherTypes.length > 0) return `other types: ${listing.otherTypes.join(', ')}`;
  const unsafe = listing.files.find(({ path }) => !isSafePath(path));
  if (unsafe !== undefined) return `unsafe path ${JSON.stringify(unsafe.path)}`;
  const folded = new Set(listing.files.map(({ path }) => path.toLowerCase()));
  if (folded.size !== listing.files.length) return 'paths that collide';
  const manifest = listing.files.filter(({ path }) => /^(?:[^/]+\/)?dotkit\.json$/.test(path));
  if (manifest.length !== 1) return `${manifest.length} manifests`;
  const top = (manifest[0]?.path ?? '').replace(/dotkit\.json$/, '');
  const theirs = listing.files
    .filter(({ path }) => !DROPPED.test(path))
    .map((file) => ({ ...file, path: file.path.slice(top.length) }));
  const ours = report.files.map(({ path, size, sha256 }) => ({ path, size, sha256 }));
  return JSON.stringify(theirs) === JSON.stringify(ours) ? null : 'another listing or other contents';
}

/**
 * Why an accepted archive should not have been: another reader sees another listing, other contents, another type, or a path
 * that breaks the rules. Null when every reader sees the very module that the report describes.
 */
export async function disagreement(packed: Buffer, report: ArchiveReport): Promise<string | null> {
  for (const [reader, list] of [
    ['tar-stream', listByTarStream],
    ['node-tar', listByNodeTar],
  ] as const) {
    let fault: string | null;
    try {
      fault = listingFault(report, await list(packed));
    } catch (error) {
      fault = `error ${error instanceof Error ? error.message : error}`;
    }
    if (fault !== null) return `${reader}: ${fault}`;
  }
  return null;
}
