import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { corporaFolder } from './archives/corpora';

const folder = corporaFolder();

/** Lines of the corpus, as they are and as a query string would decode them, beside the classics of the documentation. */
export function payloads(): string[] {
  const own = [
    '$where',
    '__proto__',
    'constructor',
    '.*',
    '^',
    '*',
    '=x',
    '~x',
    'author:x',
    '\u0000',
    '$',
    '.',
    '{"$gt":""}',
  ];
  if (!folder) return own;
  const files = readdirSync(join(folder, 'text/nosql'));
  const lines = files.flatMap((file) => readFileSync(join(folder, 'text/nosql', file), 'utf8').split('\n'));
  return [
    ...new Set([
      ...own,
      ...lines,
      ...lines.map((line) =>
        line.replace(/%([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
      ),
    ]),
  ].filter(Boolean);
}

/** What a JSON body can bring where a text is expected. */
export const OPERATORS: unknown[] = [
  { $gt: '' },
  { $ne: null },
  { $regex: '.*' },
  { $in: [''] },
  { $where: 'sleep(100)' },
  { $exists: true },
  { $expr: { $function: { body: 'x', args: [], lang: 'js' } } },
  [{ $gt: '' }],
  ['a', 'b'],
  [[]],
  null,
  true,
  { toString: 'x' },
  { _bsontype: 'ObjectId' },
];

/** `harmless` when work answers nothing of anybody's or refuses; otherwise the error that no caller expects. */
export async function outcomeOf(work: () => Promise<unknown>): Promise<string> {
  try {
    const found = await work();
    const empty = found === null || found === false || (Array.isArray(found) && found.length === 0);
    const page = typeof found === 'object' && found !== null && 'items' in found ? found.items : undefined;
    return empty || (Array.isArray(page) && page.length === 0) ? 'harmless' : `found ${JSON.stringify(found)}`;
  } catch (error) {
    const { name } = error as Error;
    return name === 'DomainError' || name === 'ZodError' ? 'harmless' : `${name}: ${(error as Error).message}`;
  }
}
