import type { Finding } from '@/types/finding';

/** What the verifier had to say about a published archive, each with file and line. */
export function FindingList({ findings }: { findings: Finding[] }) {
  return (
    <ul className="finds">
      {findings.map((finding) => (
        <li key={`${finding.code} ${finding.path ?? ''} ${finding.line ?? ''} ${finding.message}`}>
          {finding.path && (
            <code>
              {finding.path}
              {finding.line !== undefined && `:${finding.line}`}
            </code>
          )}{' '}
          {finding.message}
        </li>
      ))}
    </ul>
  );
}
