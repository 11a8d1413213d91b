import { parseRef } from '@/lib/manifest/names';

import { ownPaths } from '../own-paths';
import type { Home, Ref, VariableValue } from '../types';
import { JsonFile, sorted } from './json-file';
import { readSecretFile } from './read-own';

/** What was answered to the questions of each module. */
export type ModuleAnswers = Record<Ref, Record<string, VariableValue>>;

const isValue = (value: unknown): value is VariableValue =>
  ['string', 'boolean'].includes(typeof value) || (typeof value === 'number' && Number.isFinite(value));

/** Reads the answers. They may be addresses and names, so others may not read them. @throws CliError variables_invalid, readable_by_others (1) */
export function readVariables(home: Home): ModuleAnswers {
  const path = ownPaths(home).variables;
  const text = readSecretFile(path);
  if (text === null) return {};
  const file = new JsonFile(path, 'variables_invalid', ['Correct it, or remove it: the questions are asked again.']);
  const modules = Object.entries(file.parse(text)).map(([ref, given]) => {
    if (parseRef(ref) === null) throw file.wrong(`“${ref}” is no module`);
    const values = Object.entries(file.record(given, ref)).map(([key, value]) => {
      if (!isValue(value)) throw file.wrong(`${ref} has no text, number, true or false for “${key}”`);
      return [key, value] as const;
    });
    return [ref, Object.fromEntries(values)] as const;
  });
  return Object.fromEntries(modules);
}

/** The bytes of the file of answers: keys sorted, modules without an answer left out. */
export function encodeVariables(answers: ModuleAnswers): Buffer {
  const given = Object.entries(sorted(answers)).filter(([, values]) => Object.keys(values).length > 0);
  const modules = given.map(([ref, values]) => [ref, sorted(values)]);
  return Buffer.from(`${JSON.stringify(Object.fromEntries(modules), null, 2)}\n`);
}
