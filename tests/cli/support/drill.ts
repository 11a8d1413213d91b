import { readFileSync, writeSync } from 'node:fs';
import { checkpointsPassed } from '@/cli/apply/checkpoint';
import { findHome } from '@/cli/apply/home';
import { runLocked } from '@/cli/apply/run-locked';
import { commit } from '@/cli/apply/transaction';
import type { Change } from '@/cli/types';

/** What a drill child is told: the home, and for each transaction its changes and new contents (base64). */
export type Order = { root: string; transactions: { changes: Change[]; made: Record<string, string> }[] };

/** The process that is killed: carries out its order and says after each transaction that it is done. */
async function main(): Promise<void> {
  const order: Order = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));
  const home = findHome({ root: order.root, force: false }, {});
  const quiet = { line: () => {}, note: () => {}, warn: () => {}, progress: () => ({ add: () => {}, end: () => {} }) };
  writeSync(1, 'ready\n');
  // An order without transactions is a command that only recovers.
  if (order.transactions.length === 0) await runLocked({ home, out: quiet }, async () => {});
  for (const [at, { changes, made }] of order.transactions.entries()) {
    const contents = new Map(Object.entries(made).map(([hash, text]) => [hash, Buffer.from(text, 'base64')]));
    await runLocked({ home, out: quiet }, (session) =>
      commit(session, { action: 'install', modules: [], changes, made: contents }),
    );
    writeSync(1, `done ${at}\n`);
  }
  writeSync(1, `checkpoints ${checkpointsPassed()}\n`);
}

void main();
