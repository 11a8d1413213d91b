/**
 * What a block of code promises, after its language:
 * `run` is carried out by the tests, in order · `exit=N` how the last command ends · `answer=yes` a person agrees to its question
 * `file=PATH` is written for the blocks that follow · `output` is what the block before it printed, `…` standing for anything
 * `manifest` is a whole dotkit.json · `norun="…"` cannot run in a test, and why · `shown="…"` is no command, and what it is.
 */
export const FENCE_MARKS = ['run', 'exit', 'answer', 'file', 'output', 'manifest', 'norun', 'shown'] as const;
export type FenceMark = (typeof FENCE_MARKS)[number];

const PART = /\s*(?:([a-z]+)(?:=(?:"([^"]*)"|([^\s"]+)))?)/y;
const isMark = (word: string): word is FenceMark => (FENCE_MARKS as readonly string[]).includes(word);

/** Reads the words after the language of a block. Throws with the line where one of them is unknown. */
export function parseFenceMarks(text: string, line: number): Map<FenceMark, string> {
  const marks = new Map<FenceMark, string>();
  const rest = text.trimEnd();
  PART.lastIndex = 0;
  while (PART.lastIndex < rest.length) {
    const found = PART.exec(rest);
    const word = found?.[1] ?? '';
    if (!found || !isMark(word))
      throw new Error(`Line ${line}: “${rest.trim()}” is not understood after a block's language.`);
    marks.set(word, found[2] ?? found[3] ?? '');
  }
  return marks;
}
