import { NAMESPACE_PATTERN } from '@/lib/manifest/names';
import { isSpdx } from '@/lib/manifest/versions';

import type { Context } from '../../context';
import { CliError, EXIT } from '../../errors';
import { t } from '../../ui/text';
import type { Guess } from './draft';
import { type Identity, slugOf } from './identity';
import type { Settled } from './manifest-text';

/** What the command line says instead of the folder. */
export type Wanted = Record<'kind' | 'namespace' | 'name' | 'license', string | null>;

/** Two guesses so near to each other that only a person can choose. */
const CLOSE = 2;

/**
 * The guess that is taken: the one that was asked for, else the likeliest; asked where two are about as likely.
 * @throws CliError `nothing_found`
 */
export async function chooseGuess(
  { ask }: Context,
  guesses: readonly Guess[],
  wanted: string | null,
  folder: string,
): Promise<Guess> {
  const [first, second] = guesses;
  const named = guesses.find(({ kind }) => kind === wanted);
  if (named !== undefined) return named;
  if (wanted !== null || first === undefined) {
    const seen = guesses.map(({ kind, because }) => `${because} looks like a ${kind}.`);
    const sentence = `Nothing in ${folder} looks like ${wanted === null ? 'a module' : `a ${wanted}`}.`;
    throw new CliError('nothing_found', EXIT.failure, sentence, [
      ...seen,
      'The manifest reference in the documentation shows how to write one by hand.',
    ]);
  }
  if (second === undefined || first.weight - second.weight >= CLOSE) return first;
  const kinds = guesses.map(({ kind }) => kind as string);
  const chosen = await ask.select(t`What kind of module is it?`, kinds, first.kind);
  return guesses.find(({ kind }) => kind === chosen) ?? first;
}

/** Who is signed in; null when nobody is, or the registry does not answer: a draft needs no network. */
async function signedInAs(context: Context): Promise<string | null> {
  try {
    const { clientOf } = await import('../../registry/connect');
    const client = clientOf(context);
    if (!client.isSignedIn) return null;
    const { username } = (await client.get('/me')) as { username?: unknown };
    return typeof username === 'string' ? username : null;
  } catch (error) {
    if (error instanceof CliError) return null;
    throw error;
  }
}

async function namespaceOf(context: Context, wanted: string | null): Promise<string> {
  const known = wanted ?? (await signedInAs(context));
  const given = known ?? (await context.ask.text(t`Your name on the registry`, ''));
  const namespace = given.replace(/^@/, '');
  if (NAMESPACE_PATTERN.test(namespace)) return namespace;
  if (namespace !== '')
    throw new CliError('namespace_invalid', EXIT.usage, `${given} is not a name on the registry.`, [
      'Lower-case letters, digits and dashes.',
    ]);
  throw new CliError('namespace_missing', EXIT.usage, 'Whose module it will be is not known.', [
    'Sign in with dotkit login, or say --namespace NAME.',
  ]);
}

async function licenseOf({ ask }: Context, known: string | null): Promise<string> {
  const asked = known === null && ask.isInteractive ? await ask.text(t`The licence, as SPDX names it`, 'MIT') : '';
  const license = known ?? asked;
  if (isSpdx(license)) return license;
  if (license !== '')
    throw new CliError('license_invalid', EXIT.usage, `${license} is not an SPDX expression, such as MIT.`);
  throw new CliError('license_missing', EXIT.usage, 'Under which licence it is published is not known.', [
    'Add a LICENSE file, or say --license MIT.',
  ]);
}

/**
 * Asks for what the folder does not tell.
 * @throws CliError `namespace_missing`, `namespace_invalid`, `name_invalid`, `license_missing`, `license_invalid`
 */
export async function settle(context: Context, identity: Identity, wanted: Wanted): Promise<Settled> {
  const { ask } = context;
  const namespace = await namespaceOf(context, wanted.namespace);
  const name = wanted.name ?? identity.name;
  if (slugOf(name) !== name)
    throw new CliError('name_invalid', EXIT.usage, `${name} cannot be a module’s name.`, [
      `For example: ${slugOf(name)}`,
    ]);
  const license = await licenseOf(context, wanted.license ?? identity.license);
  const title = identity.title === identity.name ? name : identity.title;
  const summary = identity.summary ?? ((await ask.text(t`What is it, in one sentence?`, title)).trim() || title);
  return { ...identity, namespace, name, title, license, summary };
}
