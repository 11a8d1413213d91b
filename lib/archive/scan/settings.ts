import type { FindingCode } from '../finding-codes';

/** Settings of the usual terminals, multiplexers and key mappers that start a program. Tried line by line. */
const PATTERNS: readonly RegExp[] = [
  /^\s{0,40}["']?(?:shell|program|command|commandline|initial-command|exec|startup_session|shell_command)["']?\s{0,20}[:=]\s{0,20}\S/i,
  /^\s{0,40}(?:geninclude|startup_session|watcher|shell|launch|remote_control_password)\s{1,20}\S/,
  /^\s{0,40}(?:map|mouse_map)\s.{0,120}(?:launch|kitten|pipe|run|remote_control)\s/,
  /^\s{0,40}(?:run-shell|if-shell|pipe-pane|display-popup)\s/,
  /(?<!#)#\([^)\s]/,
  /^\s{0,40}(?:bind(?:sym|code)?|exec|exec-once|exec_always)\s.{0,200}\bexec\b/,
];

/** A Git alias that is a shell command. */
const SHELL_ALIAS = /^\s{0,40}[A-Za-z][\w-]{0,63}\s{0,20}=\s{0,20}"?!/;

/** The codes of what a line of a configuration file makes its program run. */
export function settingCodes(line: string): FindingCode[] {
  if (SHELL_ALIAS.test(line)) return ['shell-alias'];
  return PATTERNS.some((pattern) => pattern.test(line)) ? ['config-command'] : [];
}
