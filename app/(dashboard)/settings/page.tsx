import type { Metadata } from 'next';
import { HostedSignOut } from '@/components/accounts/hosted-lazily';
import { ProfileForm } from '@/components/accounts/profile-form';
import { PageHead } from '@/components/dashboard/page-head';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { getAccount } from '@/lib/accounts/queries';
import { isLocalIdentity } from '@/lib/infra/local-issuer';
import { routes } from '@/lib/routes';
import { signedIn } from '../signed-in';

export const metadata: Metadata = { title: 'Settings' };

function SignOut() {
  if (!isLocalIdentity()) return <HostedSignOut />;
  return (
    <form method="post" action={routes.signOut()}>
      <Button type="submit">Sign out</Button>
    </form>
  );
}

export default async function SettingsPage() {
  const { username } = await signedIn(routes.settings());
  const account = await getAccount(username);
  return (
    <>
      <PageHead
        title="Settings"
        about={
          <>
            You are{' '}
            <Link className="link font-mono" href={routes.profile(username)}>
              @{username}
            </Link>
            . Modules that you publish carry this name; it cannot be changed.
          </>
        }
      />
      <section className="sec">
        <h2>Profile</h2>
        <ProfileForm displayName={account?.displayName ?? ''} bio={account?.bio ?? ''} />
      </section>
      <section className="sec">
        <h2>Session</h2>
        <SignOut />
      </section>
    </>
  );
}
