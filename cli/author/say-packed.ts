import type { Output } from '../context';
import { findingLine } from '../ui/findings';
import { paint, t } from '../ui/text';
import type { Packed } from './pack-folder';

const MOST_NAMED = 12;

/** What a packing has to say before its verdict: what stays at home, and every finding. */
export function sayFindings(out: Output, { leftOut, findings }: Packed): void {
  if (leftOut.length > 0) {
    const more = leftOut.length > MOST_NAMED ? ` and ${leftOut.length - MOST_NAMED} more` : '';
    out.note(t`${paint.dim(`Left out: ${leftOut.slice(0, MOST_NAMED).join(', ')}${more}`)}`);
  }
  for (const finding of findings) out.line(findingLine(finding));
}

/** What `--json` says of a packing. */
export function packedJson({ report, findings, leftOut, ok }: Packed, out: string | null) {
  const { sha256, sizeBytes, unpackedBytes, manifest, files } = report;
  const { name = null, version = null } = manifest ?? {};
  return { ok, name, version, out, sha256, sizeBytes, unpackedBytes, files, leftOut, findings };
}
