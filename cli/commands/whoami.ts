import type { Command } from '../context';
import { CliError, EXIT } from '../errors';
import { clientOf } from '../registry/connect';
import { fetchPerson } from '../registry/person';
import { paint, t } from '../ui/text';

/** Says whose token is used, and what it may do. */
export const whoami: Command = async (context) => {
  const { registryUrl, out } = context;
  const client = clientOf(context);
  if (!client.isSignedIn)
    throw new CliError('unauthenticated', EXIT.failure, `You are not signed in to ${registryUrl}.`, [
      'Sign in with: dotkit login',
    ]);
  const { username, displayName, scopes } = await fetchPerson(client);
  out.line(t`${paint.bold(`@${username}`)}${displayName === username ? '' : ` (${displayName})`} at ${registryUrl}`);
  out.line(t`This token may: ${scopes.join(', ') || 'nothing'}.`);
  return { exitCode: EXIT.ok, json: { registry: registryUrl, username, displayName, scopes } };
};
