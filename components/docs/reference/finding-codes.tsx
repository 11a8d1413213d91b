import { Badge } from '@/components/ui/badge';
import { FINDING_CODES } from '@/lib/archive/finding-codes';
import { DocsHeading } from '../docs-heading';

/** Everything that the verifier can say, from its own table. */
export function FindingCodes() {
  return (
    <>
      <DocsHeading level={2}>All findings</DocsHeading>
      <dl className="toc fields">
        {Object.entries(FINDING_CODES).map(([code, [severity, sentence]]) => (
          <div key={code} id={`finding-${code}`}>
            <dt>
              <code>{code}</code> {severity === 'warning' && <Badge tone="warn">warning</Badge>}
            </dt>
            <dd>{sentence}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
