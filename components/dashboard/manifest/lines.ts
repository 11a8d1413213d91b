/** How lists are typed: one entry a line; an entry of several parts as `first = second = rest`. */

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export const parseLines = linesOf;
export const printLines = (values: unknown): string => (Array.isArray(values) ? values.join('\n') : '');

/** Splits at ` = `, or else at the first `=`, so that keys and commands may hold one themselves. */
function parts(line: string, count: number): string[] {
  if (count === 1) return [line];
  const spaced = line.indexOf(' = ');
  const at = spaced >= 0 ? spaced + 1 : line.indexOf('=');
  if (at < 0) return [line];
  return [line.slice(0, at).trim(), ...parts(line.slice(at + 1).trim(), count - 1)];
}

/** Rows of objects with these keys, in this order; parts that are missing are left out. */
export function parseRows(text: string, keys: readonly string[]): Record<string, string>[] {
  return linesOf(text).map((line) => {
    const found = parts(line, keys.length);
    return Object.fromEntries(keys.flatMap((key, index) => (found[index] ? [[key, found[index]]] : [])));
  });
}

export function printRows(rows: unknown, keys: readonly string[]): string {
  if (!Array.isArray(rows)) return '';
  return rows.map((row: Record<string, unknown>) => keys.flatMap((key) => row[key] ?? []).join(' = ')).join('\n');
}

export const parseRecord = (text: string): Record<string, string> =>
  Object.fromEntries(linesOf(text).map((line) => [parts(line, 2)[0] ?? '', parts(line, 2)[1] ?? '']));

export const printRecord = (record: unknown): string =>
  typeof record === 'object' && record !== null
    ? Object.entries(record)
        .map(([key, value]) => `${key} = ${value}`)
        .join('\n')
    : '';
