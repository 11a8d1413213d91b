import { fields, textIn, textsIn } from './answers';
import type { RegistryClient } from './client';

export type Person = { username: string; displayName: string; scopes: string[] };

/** Whose token it is, and what it may do. @throws CliError unauthenticated, invalid_token and as `get` */
export async function fetchPerson(client: RegistryClient): Promise<Person> {
  const answer = fields(await client.get('/me'), 'the account');
  const username = textIn(answer, 'username');
  const displayName = typeof answer.displayName === 'string' ? answer.displayName : username;
  return { username, displayName, scopes: textsIn(answer, 'scopes') };
}
