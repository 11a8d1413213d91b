/** The system's name of an error (`ENOENT`), or undefined for anything else that was thrown. */
export function errnoOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** Runs a step that may find its object gone already. */
export function unlessMissing(step: () => void): void {
  try {
    step();
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error;
  }
}
