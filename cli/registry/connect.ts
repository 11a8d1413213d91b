import type { Context } from '../context';
import { RegistryClient } from './client';
import { readToken } from './credentials';

const clients = new WeakMap<Context, RegistryClient>();

/** The registry of a command, with the token that was given or that `login` kept. @throws CliError as the client and `readToken` */
export function clientOf(context: Context): RegistryClient {
  let client = clients.get(context);
  if (client === undefined) {
    const { registryUrl, options } = context;
    const token = context.token ?? readToken(context.home, registryUrl);
    client = new RegistryClient({ registryUrl, token, force: options.force });
    clients.set(context, client);
  }
  return client;
}
