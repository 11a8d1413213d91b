import type { Metadata } from 'next';
import { PageHead } from '@/components/dashboard/page-head';
import { TokenForm } from '@/components/tokens/token-form';
import { TokenList } from '@/components/tokens/token-list';
import { routes } from '@/lib/routes';
import { listTokens } from '@/lib/tokens/queries';
import { signedIn } from '../../signed-in';

export const metadata: Metadata = { title: 'API tokens' };

export default async function TokensPage() {
  const actor = await signedIn(routes.tokens());
  const tokens = await listTokens(actor);
  return (
    <>
      <PageHead title="API tokens" about="For scripts, for the CLI, and for publishing from a release workflow." />
      <section className="sec">
        <h2>New token</h2>
        <TokenForm />
      </section>
      <section className="sec">
        <h2>Your tokens</h2>
        <TokenList tokens={tokens} now={Date.now()} />
      </section>
    </>
  );
}
