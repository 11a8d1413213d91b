import type { Context } from '../context';
import { CliError, EXIT } from '../errors';
import type { Step } from '../types';
import { tilde } from '../ui/plan-view';
import { paint, type Text, t } from '../ui/text';

const declined = () => new CliError('declined', EXIT.failure, 'Nothing was changed.');

/** Places that start programs, or answer in place of a command, are agreed to by themselves. */
async function agreeToSensitive({ ask, home, options, out }: Context, steps: readonly Step[]): Promise<void> {
  const sensitive = steps.filter(({ consent }) => consent !== undefined);
  if (sensitive.length === 0 || options.allowSensitive) return;
  const lines = sensitive.map(({ path, consent = '' }) => `${tilde(home, path)}: ${consent}`);
  if (options.yes) {
    throw new CliError('needs_allow_sensitive', EXIT.usage, 'Some destinations need a consent of their own.', [
      ...lines,
      'Nothing was changed. With --yes, add --allow-sensitive to agree to them.',
    ]);
  }
  for (const line of lines) out.warn(t`${line}`);
  if (!(await ask.confirm(t`Write to ${sensitive.length === 1 ? 'this place' : 'these places'} too?`)))
    throw declined();
}

/** Asks once for the whole plan, and once more for sensitive places. Errors: `needs_yes`, `needs_allow_sensitive` (usage), `declined`. */
export async function agree(context: Context, question: Text, steps: readonly Step[]): Promise<void> {
  if (!(await context.ask.confirm(t`${paint.bold(question)}`))) throw declined();
  await agreeToSensitive(context, steps);
}
