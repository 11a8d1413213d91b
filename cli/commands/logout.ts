import type { Command } from '../context';
import { EXIT } from '../errors';
import { forgetToken } from '../registry/credentials';
import { t } from '../ui/text';

/** Forgets the token on this machine. The registry is not asked: signing out has to work without it. */
export const logout: Command = async ({ home, registryUrl, out }) => {
  const wasSignedIn = await forgetToken(home, registryUrl);
  if (wasSignedIn) {
    out.line(t`Signed out of ${registryUrl}.`);
    out.note(t`The token stays valid until it is revoked at ${registryUrl}/dashboard/tokens.`);
  } else out.line(t`You were not signed in to ${registryUrl}.`);
  return { exitCode: EXIT.ok, json: { registry: registryUrl, wasSignedIn } };
};
