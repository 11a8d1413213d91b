import { ownPaths } from '../own-paths';
import type { Home } from '../types';
import { JsonFile } from './json-file';
import { readOwnFile } from './read-own';

/** What a person sets once. `minimumReleaseAge` is in hours. */
export type Config = { registry: string | null; minimumReleaseAge: number };

const MAX_HOURS = 24 * 365;

/** Reads `config.json`. @throws CliError config_invalid (1) */
export function parseConfig(text: string, path: string): Config {
  const file = new JsonFile(path, 'config_invalid', ['Correct it, or remove it: everything has a default.']);
  const root = file.parse(text);
  file.only(root, 'the file', ['registry', 'minimumReleaseAge']);
  const { registry = null, minimumReleaseAge = 0 } = root;
  if (registry !== null && typeof registry !== 'string') throw file.wrong('registry is no text');
  const isHours = typeof minimumReleaseAge === 'number' && minimumReleaseAge >= 0 && minimumReleaseAge <= MAX_HOURS;
  if (!isHours) throw file.wrong(`minimumReleaseAge is no number of hours from 0 to ${MAX_HOURS}`);
  return { registry, minimumReleaseAge };
}

/** What `config.json` sets, and the defaults where it says nothing or is absent. @throws CliError config_invalid (1) */
export function readConfig(home: Home): Config {
  const path = ownPaths(home).config;
  return parseConfig(readOwnFile(path) ?? '{}', path);
}
