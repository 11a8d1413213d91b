import { CliError, EXIT } from '../errors';

type Fields = Record<string, unknown>;

const bad = (what: string): CliError =>
  new CliError('bad_answer', EXIT.failure, 'The registry gave an answer that cannot be used.', [
    `Missing or wrong: ${what}.`,
  ]);

/** An object of an answer. Each reader throws CliError bad_answer, which names the field. */
export function fields(value: unknown, what = 'an object'): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  throw bad(what);
}

export function textIn(from: Fields, key: string): string {
  const value = from[key];
  if (typeof value === 'string') return value;
  throw bad(key);
}

export function numberIn(from: Fields, key: string): number {
  const value = from[key];
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw bad(key);
}

export function listIn(from: Fields, key: string): unknown[] {
  const value = from[key];
  if (Array.isArray(value)) return value;
  throw bad(key);
}

export const fieldsIn = (from: Fields, key: string): Fields => fields(from[key], key);

/** A list of texts; what is no text is left out. */
export const textsIn = (from: Fields, key: string): string[] => {
  const value = from[key];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
};

/** An object whose values are texts. */
export function textMapIn(from: Fields, key: string): Record<string, string> {
  const entries = Object.entries(fieldsIn(from, key));
  const wrong = entries.find(([, value]) => typeof value !== 'string');
  if (wrong !== undefined) throw bad(`${key}.${wrong[0]}`);
  return Object.fromEntries(entries as [string, string][]);
}

export { bad as badAnswer };
