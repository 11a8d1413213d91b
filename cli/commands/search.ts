import type { Command } from '../context';
import { CliError, EXIT } from '../errors';
import { fields, listIn, textIn } from '../registry/answers';
import { clientOf } from '../registry/connect';
import { table } from '../registry/table';
import { paint, t } from '../ui/text';

const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 100;
const MAX_SUMMARY = 60;
const FILTERS = ['kind', 'app', 'os', 'shell', 'tag', 'license', 'author', 'sort'] as const;

function limitOf(value: unknown): string {
  if (value === undefined) return String(DEFAULT_LIMIT);
  const limit = Number(value);
  if (Number.isInteger(limit) && limit >= 1 && limit <= MAX_LIMIT) return String(limit);
  throw new CliError('usage', EXIT.usage, `--limit is a whole number from 1 to ${MAX_LIMIT}.`);
}

type Item = { ref: string; kind: string; version: string; downloads: number; summary: string };

function itemOf(value: unknown): Item {
  const item = fields(value, 'a module of the list');
  return {
    ref: `@${textIn(item, 'namespace')}/${textIn(item, 'name')}`,
    kind: textIn(item, 'kind'),
    version: textIn(item, 'version'),
    downloads: typeof item.downloads === 'number' ? item.downloads : 0,
    summary: textIn(item, 'summary'),
  };
}

const cut = (text: string): string => (text.length > MAX_SUMMARY ? `${text.slice(0, MAX_SUMMARY - 1)}…` : text);

/** Finds modules by words and filters. */
export const search: Command = async (context, args, options) => {
  const { out } = context;
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
  const filters = Object.fromEntries(FILTERS.map((name) => [name, text(options[name])]));
  const author = filters.author?.replace(/^@/, '');
  const query = { q: text(args.join(' ')), ...filters, author, limit: limitOf(options.limit) };
  const answer = fields(await clientOf(context).get('/modules', query), 'the list');
  const items = listIn(answer, 'items').map(itemOf);
  const total = typeof answer.total === 'number' ? answer.total : items.length;
  const rows = items.map(({ ref, kind, version, downloads, summary }) => [
    ref,
    version,
    kind,
    `↓ ${downloads}`,
    cut(summary),
  ]);
  for (const line of table(rows)) out.line(line);
  const atLeast = answer.totalIsBound === true ? 'more than ' : '';
  if (items.length === 0) out.line(t`Nothing was found. Try fewer words.`);
  else if (total > items.length) out.note(paint.dim(t`${items.length} of ${atLeast}${total}. --limit shows more.`));
  return { exitCode: EXIT.ok, json: { items, total } };
};
