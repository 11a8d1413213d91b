import { readHistory } from '../apply/history';
import { settle } from '../apply/run-locked';
import type { Command } from '../context';
import { EXIT } from '../errors';
import { isOwn } from '../own-paths';
import type { ModuleMove } from '../types';
import { columns } from '../ui/columns';
import { paint, t } from '../ui/text';

function moveText({ ref, from, to }: ModuleMove): string {
  if (from === null) return `${ref} ${to ?? ''}`;
  return to === null ? `${ref} ${from} removed` : `${ref} ${from} → ${to}`;
}

/** Every transaction of this home, newest first: what was installed, updated and removed, and when. */
export const history: Command = async (context) => {
  const { home, out } = context;
  await settle(context);
  const transactions = readHistory(home).reverse();
  if (transactions.length === 0) out.note(t`Nothing was ever done here.`);
  const paths = transactions.map(({ changes }) => changes.filter(({ path }) => !isOwn(home, path)).length);
  const rows = transactions.map(({ id, at, action, modules }, index) => [
    String(id),
    at.replace('T', ' ').replace(/\.\d+Z$/, ' UTC'),
    action,
    String(paths[index]),
    modules.map(moveText).join(', '),
  ]);
  if (rows.length > 0) {
    const [head = '', ...lines] = columns([['ID', 'WHEN', 'WHAT', 'PATHS', 'MODULES'], ...rows]);
    out.line(paint.bold(head));
    for (const line of lines) out.line(t`${line}`);
  }
  const json = transactions.map(({ id, at, action, modules }, index) => ({
    id,
    at,
    action,
    modules,
    paths: paths[index],
  }));
  return { exitCode: EXIT.ok, json: { transactions: json } };
};
