import 'server-only';
import { isLocalIdentity } from './local-issuer';

/** What the hosted identity provider knows of a person; null where the local issuer is in charge. */
export async function lookUpPerson(userId: string): Promise<{ username: string | null; displayName: string } | null> {
  if (isLocalIdentity()) return null;
  const { clerkClient } = await import('@clerk/nextjs/server');
  const client = await clerkClient();
  const person = await client.users.getUser(userId);
  const displayName = [person.firstName, person.lastName].filter(Boolean).join(' ');
  return { username: person.username?.toLowerCase() ?? null, displayName };
}
