import type { Manifest } from '@/lib/manifest/schema';
import { CliError, EXIT } from '../errors';
import type { Ref, VariableValue } from '../types';

/** One variable as a manifest declares it. */
export type Variable = NonNullable<Manifest['variables']>[number];
export type Answers = Record<string, VariableValue>;
/** One `--set`: for one module, or for every module that declares the key. */
export type Setting = { ref: Ref | null; key: string; value: string };

const SETTING = /^(?:(@[^:=\s]+):)?([A-Za-z_]\w{0,63})=(.*)$/s;
const YES = new Set(['true', 'yes', 'on', '1']);
const NO = new Set(['false', 'no', 'off', '0']);

const usage = (message: string, details: readonly string[] = []) =>
  new CliError('invalid_variable', EXIT.usage, message, details);

/** Reads `key=value` and `@ns/name:key=value`. Throws `invalid_variable` (usage). */
export function parseSettings(texts: readonly string[]): Setting[] {
  return texts.map((text) => {
    const [, ref = null, key, value] = SETTING.exec(text) ?? [];
    if (key === undefined || value === undefined) {
      throw usage(`“${text}” sets nothing.`, ['Write --set key=value, or --set @ns/name:key=value for one module.']);
    }
    return { ref, key, value };
  });
}

/** Whether an answer is one that the variable takes. An answer given to an earlier version may no longer be. */
export function fits(variable: Variable, value: VariableValue | undefined): value is VariableValue {
  if (variable.type === 'choice') return typeof value === 'string' && variable.choices.includes(value);
  if (variable.type === 'number') return typeof value === 'number' && Number.isFinite(value);
  return typeof value === variable.type;
}

/** What a person typed, as the variable's type. Throws `invalid_variable` (usage), naming what it takes. */
export function readAnswer(variable: Variable, text: string): VariableValue {
  const { key, type } = variable;
  if (type === 'string') {
    // A line feed in a value could add lines of its own to a configuration.
    if (text.length > 1024 || /\p{Cc}/u.test(text)) throw usage(`“${key}” is one line of at most 1,024 characters.`);
    return text;
  }
  if (type === 'choice') {
    if (variable.choices.includes(text)) return text;
    throw usage(`“${key}” is one of: ${variable.choices.join(', ')}.`);
  }
  const word = text.trim().toLowerCase();
  if (type === 'boolean') {
    if (YES.has(word)) return true;
    if (NO.has(word)) return false;
    throw usage(`“${key}” is yes or no, not “${text}”.`);
  }
  const number = word === '' ? Number.NaN : Number(word);
  if (!Number.isFinite(number)) throw usage(`“${key}” is a number, not “${text}”.`);
  return number;
}

/** Which variables must be asked: declared, and without an answer that still fits. */
export const questionsFor = (manifest: Manifest, answered: Answers): Variable[] =>
  (manifest.variables ?? []).filter((variable) => !fits(variable, own(answered, variable.key)));

const own = (answers: Answers, key: string) => (Object.hasOwn(answers, key) ? answers[key] : undefined);

/** The value of every declared variable: what was answered, else its default. */
export const valuesFor = (manifest: Manifest, answered: Answers): Answers =>
  Object.fromEntries(
    (manifest.variables ?? []).map((variable) => {
      const answer = own(answered, variable.key);
      return [variable.key, fits(variable, answer) ? answer : variable.default];
    }),
  );

/** Answers that `--set` gives to the variables of one module. Throws `invalid_variable` for a value of the wrong type. */
export function settingsFor(manifest: Manifest, settings: readonly Setting[]): Answers {
  const answers: Answers = {};
  for (const variable of manifest.variables ?? []) {
    const set = settings.findLast(({ ref, key }) => key === variable.key && (ref === null || ref === manifest.name));
    if (set !== undefined) answers[variable.key] = readAnswer(variable, set.value);
  }
  return answers;
}

/** Throws `invalid_variable` when a setting is for no variable of any module: a mistyped key must not pass in silence. */
export function assertAllDeclared(manifests: readonly Manifest[], settings: readonly Setting[]): void {
  for (const { ref, key } of settings) {
    const holders = manifests.filter(({ name }) => ref === null || ref === name);
    if (holders.some(({ variables }) => variables?.some((variable) => variable.key === key))) continue;
    const known = holders.flatMap(({ name, variables }) => (variables ?? []).map((one) => `${name}:${one.key}`));
    throw usage(`No module here has a variable “${key}”.`, known.length > 0 ? [`There are: ${known.join(', ')}`] : []);
  }
}

/** What bundles set for their members. */
export function presetsOf(manifests: readonly Manifest[]): Map<Ref, Answers> {
  const presets = new Map<Ref, Answers>();
  for (const manifest of manifests) {
    if (manifest.kind !== 'bundle') continue;
    for (const { ref, variables } of manifest.bundle.modules) {
      if (variables !== undefined) presets.set(ref, { ...presets.get(ref), ...variables });
    }
  }
  return presets;
}
