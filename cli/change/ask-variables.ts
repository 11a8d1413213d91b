import type { Context } from '../context';
import { CliError } from '../errors';
import {
  type Answers,
  assertAllDeclared,
  fits,
  questionsFor,
  readAnswer,
  type Setting,
  settingsFor,
  type Variable,
  valuesFor,
} from '../plan/variables';
import type { ReadyModule, Ref, VariableValue } from '../types';
import { t } from '../ui/text';

async function askOne({ ask, out }: Context, ref: Ref, variable: Variable): Promise<VariableValue> {
  const question = t`${ref}: ${variable.label}`;
  if (variable.type === 'choice') return ask.select(question, variable.choices, variable.default);
  if (variable.type === 'boolean') {
    return (await ask.select(question, ['yes', 'no'], variable.default ? 'yes' : 'no')) === 'yes';
  }
  for (;;) {
    const text = await ask.text(question, String(variable.default));
    try {
      return readAnswer(variable, text);
    } catch (error) {
      if (!(error instanceof CliError)) throw error;
      out.warn(t`${error.message}`);
    }
  }
}

/** Only declared keys with values that fit: what is kept of the answers to an earlier version. */
const keptOf = ({ manifest }: ReadyModule, given: Answers): Answers =>
  Object.fromEntries(
    (manifest.variables ?? []).flatMap((variable) => {
      const value = Object.hasOwn(given, variable.key) ? given[variable.key] : undefined;
      return fits(variable, value) ? [[variable.key, value] as const] : [];
    }),
  );

export type Answered = { modules: ReadyModule[]; answers: Record<Ref, Answers> };

/**
 * Gives every variable its value: from `--set`, else as answered before, else as a bundle sets it, else as the person answers now.
 * Where nobody can be asked the default counts, and is not kept, so that a later question is still asked.
 * Errors: `invalid_variable` (usage).
 */
export async function askVariables(
  context: Context,
  modules: readonly ReadyModule[],
  presets: ReadonlyMap<Ref, Answers>,
  before: Readonly<Record<Ref, Answers>>,
  settings: readonly Setting[],
): Promise<Answered> {
  assertAllDeclared(
    modules.map(({ manifest }) => manifest),
    settings,
  );
  const answered: Answered = { modules: [], answers: { ...before } };
  for (const module of modules) {
    const { ref, manifest } = module;
    const given: Answers = { ...presets.get(ref), ...before[ref], ...settingsFor(manifest, settings) };
    const questions = context.ask.isInteractive ? questionsFor(manifest, given) : [];
    for (const variable of questions) given[variable.key] = await askOne(context, ref, variable);
    answered.modules.push({ ...module, variables: valuesFor(manifest, given) });
    answered.answers[ref] = keptOf(module, given);
  }
  return answered;
}
