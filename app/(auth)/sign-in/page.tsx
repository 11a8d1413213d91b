import type { Metadata } from 'next';
import { HostedSignIn } from '@/components/accounts/hosted-lazily';
import { SignInChoices } from '@/components/accounts/sign-in-choices';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { getActor, listPeople } from '@/lib/accounts/queries';
import { env } from '@/lib/env';
import { isLocalIdentity } from '@/lib/infra/local-issuer';
import { routes } from '@/lib/routes';
import { refusalOf } from './refusal-of';

export const metadata: Metadata = {
  title: 'Sign in',
  description: 'Sign in to publish modules, collect them and star them.',
  alternates: { canonical: routes.signIn() },
  robots: { index: false },
};

type Query = Record<string, string | string[] | undefined>;
const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : '');

/** Only a path of this site may be gone to afterwards; the route that signs in checks it again. */
const pathOnly = (raw: string) => (/^\/(?![/\\])/.test(raw) ? raw : routes.dashboard());

export default async function SignInPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const redirectUrl = pathOnly(one(query.redirect_url));
  const username = one(query.username).slice(0, 60);
  const actor = await getActor();
  return (
    <div className="wrap max-w-2xl pt-10">
      <h1 className="text-2xl">Sign in</h1>
      {actor && (
        <div className="mt-4">
          <Notice tone="info">
            You are signed in as @{actor.username}.{' '}
            <Link className="link" href={redirectUrl}>
              Go on
            </Link>
            , or choose somebody else.
          </Notice>
        </div>
      )}
      {isLocalIdentity() ? (
        <>
          <p className="mt-2 mb-8 text-ink-2">
            This copy of dotkit runs on its own, so a name is enough. Anyone who can open this page can be anyone on it.
          </p>
          <SignInChoices
            people={await listPeople()}
            redirectUrl={redirectUrl}
            username={username}
            refusal={refusalOf(one(query.error), username)}
          />
        </>
      ) : (
        <div className="mt-8">
          <HostedSignIn publishableKey={env().NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY} redirectUrl={redirectUrl} />
        </div>
      )}
    </div>
  );
}
