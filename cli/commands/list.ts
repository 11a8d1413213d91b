import { receiptsOf } from '../apply/receipts';
import { settle } from '../apply/run-locked';
import type { Command } from '../context';
import { EXIT } from '../errors';
import { columns } from '../ui/columns';
import { paint, t } from '../ui/text';

/** What is installed: module, version, kind, and whether it was asked for or came along with another. */
export const list: Command = async (context) => {
  await settle(context);
  const receipts = receiptsOf(context.home, []);
  if (receipts.length === 0) context.out.note(t`Nothing is installed yet. dotkit search finds modules.`);
  const rows = receipts.map(({ ref, version, kind, range, title }) => [
    ref,
    version,
    kind,
    range === null ? 'dependency' : 'asked for',
    title,
  ]);
  if (rows.length > 0) {
    const [head = '', ...lines] = columns([['MODULE', 'VERSION', 'KIND', 'WHY', 'TITLE'], ...rows]);
    context.out.line(paint.bold(head));
    for (const line of lines) context.out.line(t`${line}`);
  }
  const modules = receipts.map(({ ref, version, kind, title, range, integrity, dependencies }) => ({
    ref,
    version,
    kind,
    title,
    range,
    integrity,
    dependencies,
  }));
  return { exitCode: EXIT.ok, json: { modules } };
};
