'use client';

import { ClerkProvider, SignIn, SignOutButton } from '@clerk/nextjs';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { routes } from '@/lib/routes';

type Hosted = { publishableKey: string };

/** Keeps the session of the hosted identity provider fresh while its pages are open. The key is the running server's, not the build's. */
export function HostedIdentity({ publishableKey, children }: Hosted & { children: ReactNode }) {
  return (
    <ClerkProvider publishableKey={publishableKey} signInUrl={routes.signIn()} signUpUrl={routes.signIn()}>
      {children}
    </ClerkProvider>
  );
}

/** The identity provider's own form, with its scripts on this page only. */
export function HostedSignIn({ publishableKey, redirectUrl }: Hosted & { redirectUrl: string }) {
  return (
    <HostedIdentity publishableKey={publishableKey}>
      <SignIn routing="hash" forceRedirectUrl={redirectUrl} />
    </HostedIdentity>
  );
}

export function HostedSignOut() {
  return (
    <SignOutButton redirectUrl={routes.home()}>
      <Button>Sign out</Button>
    </SignOutButton>
  );
}
