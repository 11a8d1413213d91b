import type { Command } from '../context';
import { CliError, EXIT } from '../errors';
import { bashScript } from '../program/completion/bash';
import { fishScript } from '../program/completion/fish';
import { INSTALLED_WORD } from '../program/completion/words';
import { zshScript } from '../program/completion/zsh';
import { t } from '../ui/text';

const SCRIPTS: Readonly<Record<string, () => string>> = { bash: bashScript, zsh: zshScript, fish: fishScript };

/** `completion <shell>`: a script for the shell to read. The scripts themselves ask for `installed`. */
export const completion: Command = async ({ out, home }, [shell = '']) => {
  if (shell === INSTALLED_WORD) {
    const { readInstalled } = await import('../apply/installed');
    const refs = Object.keys(readInstalled(home).modules).sort();
    for (const ref of refs) out.line(t`${ref}`);
    return { exitCode: EXIT.ok, json: { installed: refs } };
  }
  const script = Object.hasOwn(SCRIPTS, shell) ? SCRIPTS[shell] : undefined;
  if (script === undefined) {
    throw new CliError('usage', EXIT.usage, `There are no completions for ${shell}.`, [
      `There are some for ${Object.keys(SCRIPTS).join(', ')}.`,
    ]);
  }
  const text = script();
  for (const line of text.trimEnd().split('\n')) out.line(t`${line}`);
  return { exitCode: EXIT.ok, json: { shell, script: text } };
};
