import { writeOwn } from '../apply/write-own';
import { CliError, EXIT } from '../errors';
import { ownPaths } from '../own-paths';
import type { Home } from '../types';
import { isRecord, JsonFile, sorted } from './json-file';
import { readSecretFile } from './read-own';

/** Printable, without blanks: it becomes part of a header. */
const TOKEN = /^[\x21-\x7e]{8,512}$/;

/** A token as somebody gave it. @throws CliError invalid_token (64) */
export function parseToken(text: string): string {
  const token = text.trim();
  if (TOKEN.test(token)) return token;
  throw new CliError('invalid_token', EXIT.usage, 'This is not an API token: one line such as dk_…, without blanks.');
}

/** Under which name a registry's token is kept. */
const keyOf = (registryUrl: string): string => new URL(registryUrl).href.replace(/\/+$/, '');

function readAll(home: Home): Record<string, string> {
  const path = ownPaths(home).credentials;
  const text = readSecretFile(path);
  if (text === null) return {};
  const file = new JsonFile(path, 'credentials_invalid', ['Remove it and sign in again with: dotkit login']);
  const root = file.parse(text);
  file.only(root, 'the file', ['registries']);
  const entries = Object.entries(file.record(root.registries, 'registries'));
  return Object.fromEntries(
    entries.map(([url, value]) => {
      if (!isRecord(value) || typeof value.token !== 'string' || !TOKEN.test(value.token))
        throw file.wrong(`${url} has no token`);
      return [url, value.token];
    }),
  );
}

function writeAll(home: Home, tokens: Record<string, string>): Promise<void> {
  const registries = Object.fromEntries(Object.entries(sorted(tokens)).map(([url, token]) => [url, { token }]));
  return writeOwn(home, ownPaths(home).credentials, Buffer.from(`${JSON.stringify({ registries }, null, 2)}\n`));
}

/** The token that `login` kept for a registry. @throws CliError readable_by_others, credentials_invalid (1) */
export function readToken(home: Home, registryUrl: string): string | null {
  const tokens = readAll(home);
  const key = keyOf(registryUrl);
  return Object.hasOwn(tokens, key) ? (tokens[key] ?? null) : null;
}

/** Keeps a token, in a file that its owner alone may read. */
export async function keepToken(home: Home, registryUrl: string, token: string): Promise<void> {
  await writeAll(home, { ...readAll(home), [keyOf(registryUrl)]: parseToken(token) });
}

/** Forgets a registry's token. Answers whether there was one. */
export async function forgetToken(home: Home, registryUrl: string): Promise<boolean> {
  const { [keyOf(registryUrl)]: token, ...others } = readAll(home);
  if (token !== undefined) await writeAll(home, others);
  return token !== undefined;
}
