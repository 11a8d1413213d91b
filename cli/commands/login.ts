import { hostname } from 'node:os';

import type { Command, Context } from '../context';
import { CliError, EXIT } from '../errors';
import { RegistryClient } from '../registry/client';
import { keepToken, parseToken } from '../registry/credentials';
import { awaitToken, startDeviceFlow } from '../registry/device-flow';
import { fetchPerson } from '../registry/person';
import { paint, plain, t } from '../ui/text';

/** What the other commands need: installing private modules, publishing and yanking one's own. */
const SCOPES = ['read', 'publish'];
const MAX_STDIN_BYTES = 4096;
const MAX_NAME = 60;

async function tokenFromStdin(): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    size += chunk.length;
    if (size > MAX_STDIN_BYTES)
      throw new CliError('invalid_token', EXIT.usage, 'What comes in on standard input is too long for a token.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

async function tokenFromBrowser({ out }: Context, client: RegistryClient): Promise<string> {
  const name = plain(`dotkit on ${hostname()}`).slice(0, MAX_NAME);
  const code = await startDeviceFlow(client, name, SCOPES);
  out.note(t`Open ${paint.bold(code.completePage)}`);
  out.note(
    t`and approve the code ${paint.bold(code.userCode)}. It is good for ${Math.round(code.expiresInSeconds / 60)} min.`,
  );
  return awaitToken(client, code);
}

/** Signs in: in the browser, or with a token from standard input. A token is kept only after the registry has accepted it. */
export const login: Command = async (context, _args, options) => {
  const { registryUrl, home, out } = context;
  const { force } = context.options;
  const anonymous = new RegistryClient({ registryUrl, token: null, force });
  const given = options.withToken === true ? await tokenFromStdin() : await tokenFromBrowser(context, anonymous);
  const token = parseToken(given);
  const { username, scopes } = await fetchPerson(new RegistryClient({ registryUrl, token, force }));
  await keepToken(home, registryUrl, token);
  out.line(t`Signed in to ${registryUrl} as ${paint.bold(`@${username}`)}.`);
  return { exitCode: EXIT.ok, json: { registry: registryUrl, username, scopes } };
};
