import { ConfirmForm } from '@/components/dashboard/confirm-form';
import { Badge } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/empty-state';
import { Table } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import { revokeTokenForm } from '@/lib/tokens/actions';
import type { TokenDto } from '@/types/module';

function Lifetime({ token, now }: { token: TokenDto; now: number }) {
  if (token.expiresAt === null) return <>never</>;
  if (Date.parse(token.expiresAt) <= now) return <Badge tone="bad">expired</Badge>;
  return <Time at={token.expiresAt} />;
}

/** `now` is the time of the request, in milliseconds. */
export function TokenList({ tokens, now }: { tokens: TokenDto[]; now: number }) {
  if (tokens.length === 0)
    return (
      <EmptyState title="No tokens yet">A token lets a script or the CLI act as you, within its scopes.</EmptyState>
    );
  return (
    <Table caption="Your tokens" head={['Name', 'Scopes', 'Last used', 'Expires', 'End it']}>
      {tokens.map((token) => (
        <tr key={token.id}>
          <th scope="row">
            {token.name} <code className="block text-ink-3">{token.prefix}…</code>
          </th>
          <td className="font-mono text-sm">{token.scopes.join(' ')}</td>
          <td>{token.lastUsedAt ? <Time at={token.lastUsedAt} /> : 'never'}</td>
          <td>
            <Lifetime token={token} now={now} />
          </td>
          <td>
            <ConfirmForm
              action={revokeTokenForm}
              fields={{ id: token.id }}
              ask="Revoke"
              question="Whatever uses it stops working at once. This cannot be undone."
              yes="Yes, revoke"
              about={token.name}
            />
          </td>
        </tr>
      ))}
    </Table>
  );
}
