/** The person stopped it. Not an error: nothing is explained, and the process ends as a shell expects (128 + SIGINT). */
export class Interrupted extends Error {
  static readonly exitCode = 130;
}
