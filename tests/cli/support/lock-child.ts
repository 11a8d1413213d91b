import { readFileSync, writeFileSync } from 'node:fs';
import { setImmediate as turn } from 'node:timers/promises';
import { findHome } from '@/cli/apply/home';
import { takeLock } from '@/cli/apply/process-lock';
import { CliError } from '@/cli/errors';

const [root = '', counter = '', rounds = '0'] = process.argv.slice(2);
const home = findHome({ root, force: false }, {});

/** Takes the lock again and again, and adds one to a number each time, in two steps that others must not come between. */
async function main(): Promise<void> {
  for (let left = Number(rounds); left > 0; ) {
    try {
      const lock = takeLock(home);
      const count = Number(readFileSync(counter, 'utf8'));
      await turn();
      writeFileSync(counter, String(count + 1));
      lock.release();
      left -= 1;
    } catch (error) {
      if (!(error instanceof CliError) || error.code !== 'locked') throw error;
      await turn();
    }
  }
}

void main();
