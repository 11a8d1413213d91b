import { seconds } from '../lib/project.mjs';
import { stopOwnEngines } from './engines';

/** The long abuse and fault runs, each in a file of its own with one figure to print. */
const RUNS: Record<string, () => Promise<{ run: () => Promise<boolean> }>> = {
  archives: () => import('./archives'),
  honest: () => import('./honest'),
  bombs: () => import('./bombs'),
  overwrite: () => import('./overwrite'),
  'one-winner': () => import('./one-winner'),
  crash: () => import('./crash'),
};

async function passes(name: string): Promise<boolean> {
  const started = performance.now();
  try {
    const load = RUNS[name];
    return load ? await (await load()).run() : false;
  } catch (error) {
    console.log(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}: FAIL`);
    return false;
  } finally {
    process.stderr.write(`${name} took ${seconds(started)}\n`);
  }
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in RUNS));
if (unknown.length > 0) {
  process.stderr.write(`There is no run "${unknown.join(', ')}"; there are ${Object.keys(RUNS).join(', ')}.\n`);
  process.exit(64);
}
const failed: string[] = [];
for (const name of wanted.length > 0 ? wanted : Object.keys(RUNS)) if (!(await passes(name))) failed.push(name);
await stopOwnEngines();
console.log(failed.length === 0 ? 'torture: all held' : `torture: failed: ${failed.join(', ')}`);
process.exit(failed.length === 0 ? 0 : 1);
