import { parseArgs } from 'node:util';
import { ensureAccount } from '@/lib/accounts/commands';
import { actorOf } from '@/lib/accounts/queries';
import { DomainError } from '@/lib/errors';
import { isLocalIdentity } from '@/lib/infra/local-issuer';
import { disconnectDatabase } from '@/lib/infra/mongo';
import { createIndexes } from '@/lib/operations/indexes';
import { parseInput } from '@/lib/parse-input';
import { createToken } from '@/lib/tokens/commands';
import { createTokenSchema } from '@/lib/tokens/schema';

const USAGE = 'Usage: npm run token -- <username> [--scopes read,publish,manage] [--days N]';

/** Prints one API token and nothing else, so that it can be used as `$(npm run --silent token -- ada)`. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { scopes: { type: 'string', default: 'read,publish,manage' }, days: { type: 'string', default: '90' } },
  });
  const username = positionals[0];
  if (!username || positionals.length > 1)
    throw new DomainError('invalid_input', {}, { fields: [{ path: 'username', message: USAGE }] });
  if (!isLocalIdentity()) throw new DomainError('forbidden');
  const input = parseInput(createTokenSchema, {
    name: 'command line',
    scopes: values.scopes.split(','),
    days: values.days,
  });
  await createIndexes();
  const { token } = await createToken(input, actorOf(await ensureAccount({ username })));
  process.stdout.write(`${token}\n`);
}

try {
  await main();
} catch (error) {
  const fields = error instanceof DomainError ? error.fields.map(({ path, message }) => `\n  ${path}: ${message}`) : [];
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}${fields.join('')}\n`);
  process.exitCode = 64;
} finally {
  await disconnectDatabase();
}
