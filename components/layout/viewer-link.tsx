'use client';

import { useEffect, useState } from 'react';
import { Link } from '@/components/ui/link';
import { routes } from '@/lib/routes';

/** Set by the identity provider beside the session, readable by scripts, "0" when signed out. */
const mayBeSignedIn = () => /(?:^|; )__client_uat=[^0;]/.test(document.cookie);

function usernameFrom(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('username' in body)) return null;
  return typeof body.username === 'string' ? body.username : null;
}

/** "Sign in" as served; the person's dashboard once the browser knows them. A visitor without a session asks nothing. */
export function ViewerLink() {
  const [username, setUsername] = useState<string | null>(null);

  useEffect(() => {
    if (!mayBeSignedIn()) return;
    const gone = new AbortController();
    fetch('/api/viewer', { signal: gone.signal })
      .then((answer) => (answer.ok ? answer.json() : null))
      .then((body: unknown) => setUsername(usernameFrom(body)))
      .catch(() => undefined);
    return () => gone.abort();
  }, []);

  if (username === null) return <a href={routes.signIn()}>Sign in</a>;
  return (
    <Link href={routes.dashboard()} title={`Signed in as @${username}`}>
      Dashboard
    </Link>
  );
}
