import { join } from 'node:path';

import { CliError, EXIT } from '../errors';
import type { Home } from '../types';
import { isRecord, JsonFile, sorted } from './json-file';
import { readSecretFile, writePrivateFile } from './private-file';

/** Printable, without blanks: it becomes part of a header. */
const TOKEN = /^[\x21-\x7e]{8,512}$/;

export const credentialsPath = (home: Home): string => join(home.own.config, 'credentials.json');

/** A token as somebody gave it. @throws CliError invalid_token (64) */
export function parseToken(text: string): string {
  const token = text.trim();
  if (TOKEN.test(token)) return token;
  throw new CliError('invalid_token', EXIT.usage, 'This is not an API token: one line such as dk_…, without blanks.');
}

/** Under which name a registry's token is kept. */
const keyOf = (registryUrl: string): string => new URL(registryUrl).href.replace(/\/+$/, '');

function readAll(home: Home): Record<string, string> {
  const path = credentialsPath(home);
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

function writeAll(home: Home, tokens: Record<string, string>): void {
  const registries = Object.fromEntries(Object.entries(sorted(tokens)).map(([url, token]) => [url, { token }]));
  writePrivateFile(credentialsPath(home), `${JSON.stringify({ registries }, null, 2)}\n`);
}

/** The token that `login` kept for a registry. @throws CliError readable_by_others, credentials_invalid (1) */
export function readToken(home: Home, registryUrl: string): string | null {
  const tokens = readAll(home);
  const key = keyOf(registryUrl);
  return Object.hasOwn(tokens, key) ? (tokens[key] ?? null) : null;
}

/** Keeps a token, in a file that its owner alone may read. */
export function keepToken(home: Home, registryUrl: string, token: string): void {
  writeAll(home, { ...readAll(home), [keyOf(registryUrl)]: parseToken(token) });
}

/** Forgets a registry's token. Answers whether there was one. */
export function forgetToken(home: Home, registryUrl: string): boolean {
  const { [keyOf(registryUrl)]: token, ...others } = readAll(home);
  if (token !== undefined) writeAll(home, others);
  return token !== undefined;
}
