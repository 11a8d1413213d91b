import { Badge } from '@/components/ui/badge';
import type { Finding } from '@/types/finding';

const RANK = { error: 0, warning: 1 };

/** What the verifier says, errors first: where it is, what it is, and the code to look up. */
export function FindingsList({ findings }: { findings: readonly Finding[] }) {
  const sorted = [...findings].sort((a, b) => RANK[a.severity] - RANK[b.severity]);
  return (
    <ul className="border-t border-rule">
      {sorted.map((finding) => (
        <li
          key={`${finding.code} ${finding.path ?? ''} ${finding.line ?? ''} ${finding.message}`}
          className="grid grid-cols-1 gap-x-4 gap-y-1 border-b border-rule py-2 sm:grid-cols-[6rem_1fr]"
        >
          <span>
            <Badge tone={finding.severity === 'error' ? 'bad' : 'warn'}>{finding.severity}</Badge>
          </span>
          <span className="min-w-0">
            {finding.path && (
              <code className="break-all">
                {finding.path}
                {finding.line !== undefined && `:${finding.line}`}
              </code>
            )}{' '}
            {finding.message} <code className="text-ink-3">{finding.code}</code>
          </span>
        </li>
      ))}
    </ul>
  );
}
