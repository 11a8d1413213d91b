import { join } from 'node:path';

import { parseRef } from '@/lib/manifest/names';
import type { Manifest } from '@/lib/manifest/schema';

import type { Home, Ref, VariableValue } from '../types';
import { JsonFile, sorted } from './json-file';
import { readSecretFile } from './private-file';

/** What was answered to the questions of each module. */
export type Answers = Record<Ref, Record<string, VariableValue>>;

type Variable = NonNullable<Manifest['variables']>[number];

export const variablesPath = (home: Home): string => join(home.own.config, 'variables.json');

const isValue = (value: unknown): value is VariableValue =>
  ['string', 'boolean'].includes(typeof value) || (typeof value === 'number' && Number.isFinite(value));

/** Reads the answers. They may be addresses and names, so others may not read them. @throws CliError variables_invalid, readable_by_others (1) */
export function readVariables(home: Home): Answers {
  const path = variablesPath(home);
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
export function encodeVariables(answers: Answers): Buffer {
  const given = Object.entries(sorted(answers)).filter(([, values]) => Object.keys(values).length > 0);
  const modules = given.map(([ref, values]) => [ref, sorted(values)]);
  return Buffer.from(`${JSON.stringify(Object.fromEntries(modules), null, 2)}\n`);
}

/** Whether a value may answer a variable: the type that the manifest says, and one of its choices. */
export function fits(variable: Variable, value: VariableValue): boolean {
  if (variable.type === 'choice') return typeof value === 'string' && variable.choices.includes(value);
  return typeof value === variable.type;
}

/**
 * A value for every variable of a manifest: the last layer that has a fitting one, else the default. An answer that no longer
 * fits, because the module changed its question, is left out.
 */
export function answersFor(
  { variables = [] }: Pick<Manifest, 'variables'>,
  ...layers: readonly Readonly<Record<string, VariableValue>>[]
): Record<string, VariableValue> {
  const answers = variables.map((variable) => {
    const given = layers.flatMap((layer) => (Object.hasOwn(layer, variable.key) ? [layer[variable.key]] : []));
    const fitting = given.filter((value) => value !== undefined && fits(variable, value));
    return [variable.key, fitting.at(-1) ?? variable.default] as const;
  });
  return Object.fromEntries(answers);
}
