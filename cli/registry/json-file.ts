import { CliError, EXIT } from '../errors';

type Fields = Record<string, unknown>;

/** An object without its order: two writings of the same thing are the same bytes. */
export const sorted = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));

export const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads one of dotkit's own files and says exactly what is wrong with it. */
export class JsonFile {
  constructor(
    private readonly path: string,
    private readonly code: string,
    private readonly advice: readonly string[],
  ) {}

  /** @throws CliError */
  parse(text: string): Fields {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (error) {
      if (/^<{7}/m.test(text)) throw this.wrong('it holds the marks of a merge conflict');
      throw this.wrong(`it is not JSON (${error instanceof Error ? error.message : 'unreadable'})`);
    }
    return this.record(value, 'the file');
  }

  record(value: unknown, where: string): Fields {
    if (isRecord(value)) return value;
    throw this.wrong(`${where} is no object`);
  }

  /** Throws unless an object has these keys alone. */
  only(value: Fields, where: string, keys: readonly string[]): void {
    const unknown = Object.keys(value).find((key) => !keys.includes(key));
    if (unknown !== undefined) throw this.wrong(`${where} has the unknown key “${unknown}”`);
  }

  wrong(what: string): CliError {
    return new CliError(this.code, EXIT.failure, `${this.path} cannot be used: ${what}.`, this.advice);
  }
}
