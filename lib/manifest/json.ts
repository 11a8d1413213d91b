import { JsonCursor, JsonFault } from './json-cursor';

const MAX_DEPTH = 16;
/** Keys that reach an object's prototype when a careless reader copies them. */
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

export type JsonPath = readonly (string | number | symbol)[];
type Walk = { cursor: JsonCursor; lines: Map<string, number> };

const pathKey = (path: JsonPath): string => JSON.stringify(path.map(String));

/** The value of a JSON text, and the line of each value in it. */
export type LocatedJson = {
  value: unknown;
  /** 1-based line of the value at `path`, or of its nearest ancestor that exists. */
  lineOf: (path: JsonPath) => number;
};

/**
 * Parses JSON as strictly as RFC 8259 and stricter: no key twice, no prototype keys, at most 16 levels.
 * Duplicate keys are refused because parsers differ in which of the two they keep.
 * @throws JsonFault
 */
export function parseJson(text: string): LocatedJson {
  const walk: Walk = { cursor: new JsonCursor(text), lines: new Map() };
  const value = readValue(walk, []);
  if (walk.cursor.peek() !== '') throw walk.cursor.fault('There is more text after the end of the object.');
  return {
    value,
    lineOf: (path) => {
      for (let length = path.length; length >= 0; length -= 1) {
        const line = walk.lines.get(pathKey(path.slice(0, length)));
        if (line !== undefined) return line;
      }
      return 1;
    },
  };
}

function readValue(walk: Walk, path: (string | number)[]): unknown {
  const { cursor, lines } = walk;
  const char = cursor.peek();
  if (!lines.has(pathKey(path))) lines.set(pathKey(path), cursor.line);
  if (path.length > MAX_DEPTH) {
    throw new JsonFault('manifest-too-deep', cursor.line, `Nested more than ${MAX_DEPTH} levels.`);
  }
  if (char === '{') return readObject(walk, path);
  if (char === '[') return readArray(walk, path);
  if (char === '"') return cursor.string();
  if (char === 't') return cursor.word('true', true);
  if (char === 'f') return cursor.word('false', false);
  if (char === 'n') return cursor.word('null', null);
  return cursor.number();
}

function readObject(walk: Walk, path: (string | number)[]): Record<string, unknown> {
  const { cursor, lines } = walk;
  const result: Record<string, unknown> = {};
  cursor.expect('{');
  if (cursor.take('}')) return result;
  do {
    cursor.peek();
    const line = cursor.line;
    const key = cursor.string();
    if (FORBIDDEN_KEYS.has(key))
      throw new JsonFault('manifest-forbidden-key', line, `The key “${key}” is not allowed.`);
    if (Object.hasOwn(result, key)) {
      throw new JsonFault('manifest-duplicate-key', line, 'The same key stands twice in one object.');
    }
    cursor.expect(':');
    const inner = [...path, key];
    lines.set(pathKey(inner), line);
    result[key] = readValue(walk, inner);
  } while (cursor.take(','));
  cursor.expect('}');
  return result;
}

function readArray(walk: Walk, path: (string | number)[]): unknown[] {
  const result: unknown[] = [];
  walk.cursor.expect('[');
  if (walk.cursor.take(']')) return result;
  do {
    result.push(readValue(walk, [...path, result.length]));
  } while (walk.cursor.take(','));
  walk.cursor.expect(']');
  return result;
}
