import { redirect } from 'next/navigation';
import { getActor } from '@/lib/accounts/queries';
import { routes } from '@/lib/routes';
import type { Actor } from '@/types/actor';

/** Who opened a page that needs somebody; nobody is sent to sign in and back to `path`. */
export async function signedIn(path: string): Promise<Actor> {
  return (await getActor()) ?? redirect(routes.signIn(path));
}
