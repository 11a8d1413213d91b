/** One thing that the verifier has to say about an archive or its manifest. `error` rejects, `warning` is published with it. */
export type Finding = {
  severity: 'error' | 'warning';
  /** Stable, from `lib/archive/finding-codes.ts`. */
  code: string;
  /** Path inside the archive, with control characters escaped. */
  path?: string;
  /** 1-based line of a text file. */
  line?: number;
  message: string;
};
