/** Runs of one line: text that stayed, text that changed, text that stayed … An empty run keeps the order. */
export type DiffWords = string[];

/** One row of a comparison: its number before and after (0 where it is not), and its words. */
export type DiffLine = [before: number, after: number, ...words: DiffWords];

/** Why the lines of a file are not shown, although it changed. */
export type DiffUnshown = 'binary' | 'large' | 'budget';

export type FileDiffDto = {
  path: string;
  /** Where it was before, when only its place is new. */
  movedFrom?: string;
  change: 'added' | 'removed' | 'changed' | 'moved' | 'mode';
  /** Bytes and mode before and after; absent where the file is not. */
  before?: { size: number; mode: number };
  after?: { size: number; mode: number };
  added: number;
  removed: number;
  unshown?: DiffUnshown;
  hunks: DiffLine[][];
  /** Changed lines beyond those in `hunks`. */
  moreLines: number;
};

/** Two versions of a module, file by file. The manifest comes first. */
export type VersionDiffDto = {
  files: FileDiffDto[];
  counts: { added: number; removed: number; changed: number; moved: number };
  lines: { added: number; removed: number };
  /** Files that changed beyond those in `files`. */
  moreFiles: number;
};
