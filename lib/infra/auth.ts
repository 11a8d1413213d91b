import 'server-only';
import { cookies } from 'next/headers';

export type Session = { userId: string };

const COOKIE = '__session';

/** Whether a request carries a session at all: whoever has none is nobody, without anything being asked. */
export const carriesSession = (request: Request): boolean =>
  request.headers.get('cookie')?.includes(`${COOKIE}=`) ?? false;

/**
 * Who the session cookie names, or null. Visitors without one never reach Clerk: its middleware does not run for them,
 * and `auth()` throws where it did not run.
 */
export async function getSession(): Promise<Session | null> {
  const jar = await cookies();
  if (!jar.get(COOKIE)?.value) return null;
  // Loaded here: visitors without a session, scripts and tests never need Clerk.
  const { auth } = await import('@clerk/nextjs/server');
  const { userId } = await auth();
  return userId ? { userId } : null;
}
