import { DEFAULT_LIMITS } from '@/lib/archive/limits';
import { formatBytes } from '@/lib/utils/format-bytes';
import { DocsHeading } from '../docs-heading';

const { packedBytes, unpackedBytes, ratio, entries, pathBytes, pathDepth, extensionBytes } = DEFAULT_LIMITS;

const ROWS: [what: string, most: string][] = [
  ['Packed', formatBytes(packedBytes)],
  ['Unpacked', `${formatBytes(unpackedBytes)}, and ${ratio} times the packed size`],
  ['Entries', entries.toLocaleString('en')],
  ['A path', `${pathBytes} bytes, ${pathDepth} levels`],
  ['dotkit.json', formatBytes(64 * 1024)],
  ['README, changelog', `${formatBytes(256 * 1024)} each`],
  ['An extended tar header', formatBytes(extensionBytes)],
];

/** The bounds that the verifier enforces unless the host set others. */
export function ArchiveLimits() {
  return (
    <>
      <DocsHeading level={2}>Limits</DocsHeading>
      <dl className="toc">
        {ROWS.map(([what, most]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>at most {most}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
