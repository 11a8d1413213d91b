/** Settings of the usual terminals, multiplexers and key mappers that start a program. Tried line by line. */
const PATTERNS: readonly RegExp[] = [
  /^\s{0,40}["']?(?:shell|program|command|commandline|initial-command|exec|startup_session|shell_command)["']?\s{0,20}[:=]\s{0,20}\S/i,
  /^\s{0,40}(?:geninclude|startup_session|watcher|shell|launch|remote_control_password)\s{1,20}\S/,
  /^\s{0,40}(?:map|mouse_map)\s.{0,120}(?:launch|kitten|pipe|run|remote_control)\s/,
  /^\s{0,40}(?:run-shell|if-shell|pipe-pane|display-popup)\s/,
  /(?<!#)#\([^)\s]/,
  /^\s{0,40}(?:bind(?:sym|code)?|exec|exec-once|exec_always)\s.{0,200}\bexec\b/,
];

/** Whether a line of a configuration file makes its program start another one. */
export function runsCommand(line: string): boolean {
  return PATTERNS.some((pattern) => pattern.test(line));
}

export const SETTING_MARKS =
  'shell|program|[Cc]ommand|exec|startup_session|geninclude|watcher|launch|remote_control|map |#\\(|run-shell|pipe-pane|popup';
