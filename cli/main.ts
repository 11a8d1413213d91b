import { hasFlag } from './program/command-line';
import { run } from './program/run';
import { Interrupted } from './ui/interrupted';
import { flush, openTerminal } from './ui/terminal';

// zod otherwise compiles each schema before its first use, which is the only use that a command makes of it.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

/** What an interrupted transaction left is undone or kept as a whole by the next command. */
const STOPPED_BY: readonly (readonly [signal: NodeJS.Signals, exitCode: number])[] = [
  ['SIGINT', Interrupted.exitCode],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
];

async function main(): Promise<void> {
  for (const [signal, exitCode] of STOPPED_BY) process.on(signal, () => process.exit(exitCode));
  const argv = process.argv.slice(2);
  const exitCode = await run(argv, openTerminal(hasFlag(argv, '--no-color')));
  await flush();
  // Connections that are kept alive for a next request would hold the process.
  process.exit(exitCode);
}

void main();
