import { CommanderError } from 'commander';

import { CliError, EXIT } from '../errors';
import { type Call, createProgram } from './program';

/** Whether a flag stands on the command line, for what must be known before the line is understood. */
export function hasFlag(argv: readonly string[], flag: string): boolean {
  const end = argv.indexOf('--');
  return argv.slice(0, end === -1 ? argv.length : end).includes(flag);
}

/** commander's sentence in this program's form: what is wrong, and a nearby name as a detail. */
function usageOf(error: CommanderError): CliError {
  const [first = '', ...more] = error.message.replace(/^error: /, '').split('\n');
  const hints = more.map((line) => line.replace(/^\((.*)\)$/, '$1')).filter((line) => line !== '');
  const sentence = `${first.charAt(0).toUpperCase()}${first.slice(1)}`;
  return new CliError('usage', EXIT.usage, sentence.endsWith('.') ? sentence : `${sentence}.`, [
    ...hints,
    'See: dotkit --help',
  ]);
}

/**
 * Understands a command line. Null when help or the version was asked for, which `write` got.
 * @throws CliError `usage`, which names the nearest command or option
 */
export function readCommandLine(argv: readonly string[], write: (text: string) => void): Call | null {
  let call: Call | null = null;
  const program = createProgram((understood) => {
    call = understood;
  }, write);
  if (argv.length === 0) {
    program.outputHelp();
    return null;
  }
  try {
    program.parse(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return null;
    if (error.code === 'commander.help') {
      throw new CliError('usage', EXIT.usage, 'A command is missing.', ['See: dotkit --help']);
    }
    throw usageOf(error);
  }
  return call;
}
