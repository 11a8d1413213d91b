import type { Prompts } from '../context';
import { CliError, EXIT } from '../errors';
import { Interrupted } from './interrupted';

type Answers = { yes: boolean; json: boolean };

/** Questions are drawn on standard error: standard output may be somebody's file. Loaded only when one is asked. */
const clack = () => import('@clack/prompts');

async function answered<T extends string | boolean>(
  ask: (library: Awaited<ReturnType<typeof clack>>) => Promise<T | symbol>,
): Promise<T> {
  const answer = await ask(await clack());
  if (typeof answer === 'symbol') throw new Interrupted();
  return answer;
}

/** Asks on the terminal, or answers by the rule where nobody can be asked. */
export function createPrompts({ yes, json }: Answers): Prompts {
  const { stdin, stderr: output } = process;
  const isInteractive = !yes && !json && stdin.isTTY === true && output.isTTY === true;
  return {
    isInteractive,
    confirm: async (question) => {
      if (yes) return true;
      if (!isInteractive) {
        throw new CliError('needs_yes', EXIT.usage, 'This needs your consent, and nobody can be asked here.', [
          'Nothing was changed. Run it again with --yes to agree, or with --dry-run to only look.',
        ]);
      }
      return answered<boolean>(({ confirm }) => confirm({ message: question.toString(), output }));
    },
    text: async (question, initial) => {
      if (!isInteractive) return initial;
      return answered<string>(({ text }) => text({ message: question.toString(), initialValue: initial, output }));
    },
    select: async (question, choices, initial) => {
      if (!isInteractive) return initial;
      const options = choices.map((value) => ({ value }));
      return answered<string>(({ select }) =>
        select({ message: question.toString(), options, initialValue: initial, output }),
      );
    },
  };
}
