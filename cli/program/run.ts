import type { Outcome } from '../context';
import { CliError, EXIT } from '../errors';
import { Interrupted } from '../ui/interrupted';
import type { Terminal } from '../ui/terminal';
import { paint, t } from '../ui/text';
import { hasFlag, readCommandLine } from './command-line';
import { createContext } from './context';
import { LOADERS } from './loaders';

const document = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** What the operating system refused, in its own words: a full disk or a missing permission is nobody's bug. */
function refusedBySystem(error: unknown): CliError | null {
  if (!(error instanceof Error) || !('syscall' in error)) return null;
  return new CliError('system', EXIT.failure, `The system refused it: ${error.message}.`);
}

function explained(error: unknown): CliError {
  if (error instanceof CliError) return error;
  return (
    refusedBySystem(error) ??
    new CliError('internal', EXIT.failure, 'Sorry, something went wrong inside dotkit. DOTKIT_DEBUG=1 shows where.')
  );
}

/** Says why it failed: to people on standard error, to programs as the one document. Answers how the process ends. */
function report(error: unknown, json: boolean, { out, err }: Terminal): number {
  if (error instanceof Interrupted) return Interrupted.exitCode;
  const { code, exitCode, message, details } = explained(error);
  if (json) out.write(document({ error: { code, message, details } }));
  else {
    err.write(t`${paint.red('error:')} ${message}\n`);
    for (const detail of details) err.write(t`  ${detail}\n`);
  }
  if (process.env.DOTKIT_DEBUG === '1' && error instanceof Error) err.write(t`${error.stack ?? ''}\n`);
  return exitCode;
}

/** Understands the command line, runs its command, and answers with the exit code. Never rejects. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<number> {
  const json = hasFlag(argv, '--json');
  try {
    const call = readCommandLine(argv, (help) => terminal.out.write(help));
    if (call === null) return EXIT.ok;
    const load = LOADERS[call.name];
    if (load === undefined) throw new CliError('usage', EXIT.usage, `This build of dotkit has no ${call.name}.`);
    const command = await load();
    const context = createContext(call.common, terminal);
    const outcome: Outcome = await command(context, call.args, call.options);
    if (json) terminal.out.write(document(outcome.json));
    return outcome.exitCode;
  } catch (error) {
    return report(error, json, terminal);
  }
}
