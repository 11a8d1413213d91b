import { ConfirmForm } from '@/components/dashboard/confirm-form';
import { Row, Rows } from '@/components/dashboard/rows';
import { Badge } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/empty-state';
import { Time } from '@/components/ui/time';
import { revokeTokenForm } from '@/lib/tokens/actions';
import type { TokenDto } from '@/types/module';

function Expiry({ at, now }: { at: string | null; now: number }) {
  if (at === null) return <>never</>;
  return Date.parse(at) <= now ? <Badge tone="bad">expired</Badge> : <Time at={at} />;
}

/** `now` is the time of the request, in milliseconds. */
export function TokenList({ tokens, now }: { tokens: TokenDto[]; now: number }) {
  if (tokens.length === 0)
    return (
      <EmptyState title="No tokens yet">A token lets a script or the CLI act as you, within its scopes.</EmptyState>
    );
  return (
    <Rows label="Your tokens">
      {tokens.map(({ id, name, prefix, scopes, lastUsedAt, expiresAt }) => (
        <Row
          key={id}
          title={name}
          code={`${prefix}…`}
          facts={{
            Scopes: <code>{scopes.join(' ')}</code>,
            'Last used': lastUsedAt ? <Time at={lastUsedAt} /> : 'never',
            Expires: <Expiry at={expiresAt} now={now} />,
          }}
        >
          <ConfirmForm
            action={revokeTokenForm}
            fields={{ id }}
            ask="Revoke"
            question="Whatever uses it stops working at once. This cannot be undone."
            yes="Yes, revoke"
            about={name}
          />
        </Row>
      ))}
    </Rows>
  );
}
