/** How the command ends: docs/decisions/041 says which is for what. */
export const EXIT = {
  ok: 0,
  failure: 1,
  wouldChange: 2,
  conflict: 3,
  integrity: 4,
  incompatible: 5,
  yanked: 6,
  usage: 64,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/**
 * An expected refusal: a stable code, the way the process ends, a sentence, and lines that say more (what to do, where).
 * Anything else that is thrown is a bug.
 */
export class CliError extends Error {
  constructor(
    readonly code: string,
    readonly exitCode: ExitCode,
    message: string,
    readonly details: readonly string[] = [],
  ) {
    super(message);
    this.name = 'CliError';
  }
}
