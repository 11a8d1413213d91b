let passed = 0;

/** How many checkpoints this process went through: what a crash drill chooses its moments from. */
export const checkpointsPassed = (): number => passed;

/**
 * Stands between any two steps that change the file system. For crash drills: with `DOTKIT_KILL_AT=n` the process kills
 * itself at the n-th, as a power cut would. `kill` to oneself is carried out before it returns.
 */
export function checkpoint(): void {
  passed += 1;
  if (process.env.DOTKIT_KILL_AT === String(passed)) process.kill(process.pid, 'SIGKILL');
}
