import { diffWordsWithSpace, structuredPatch } from 'diff';
import { revealHidden } from '@/lib/utils/reveal-hidden';
import type { DiffLine, DiffWords } from '@/types/diff';

/** Lines around a change that are shown with it. */
const CONTEXT = 3;
/** Lines that may differ before two texts count as unlike: the cost of comparing grows with the square of it. */
const MAX_EDITS = 3000;
const DEADLINE_MS = 400;
/** A longer line is shown whole as changed: it is generated, and comparing its words costs more than it tells. */
const MAX_WORD_CHARACTERS = 400;
const MAX_SHOWN_CHARACTERS = 500;

export type LineDiff = { hunks: DiffLine[][]; added: number; removed: number; moreLines: number };
type Hunk = { oldStart: number; newStart: number; lines: string[] };

/** Runs alternate, so that a run's place says whether it changed. */
function append(runs: DiffWords, text: string, changed: boolean): void {
  const isChangedRun = runs.length % 2 === 0;
  if (isChangedRun === changed) runs[runs.length - 1] += text;
  else runs.push(text);
}

/** The words of two lines that stand for each other, each as runs of kept and changed text. */
function compareWords(before: string, after: string): [DiffWords, DiffWords] {
  const apart: [DiffWords, DiffWords] = [[before], [after]];
  if (before.length > MAX_WORD_CHARACTERS || after.length > MAX_WORD_CHARACTERS) return apart;
  const sides: [DiffWords, DiffWords] = [[''], ['']];
  let kept = 0;
  for (const { value, added, removed } of diffWordsWithSpace(before, after)) {
    if (!added && !removed) kept += value.trim().length;
    if (!added) append(sides[0], value, removed);
    if (!removed) append(sides[1], value, added);
  }
  // Two lines that share next to nothing are a line that went and a line that came.
  return kept * 4 < Math.max(before.trim().length, after.trim().length) ? apart : sides;
}

/** A stretch of removed lines and the added ones after it: line by line when there are as many of both, else as they are. */
function pairLines(removed: string[], added: string[]): [DiffWords[], DiffWords[]] {
  if (removed.length !== added.length) return [removed.map((line) => [line]), added.map((line) => [line])];
  const pairs = removed.map((line, at) => compareWords(line, added[at] ?? ''));
  return [pairs.map(([before]) => before), pairs.map(([, after]) => after)];
}

const visible = (text: string) =>
  revealHidden(text)
    .map((piece) => (piece.hidden ? `⟨${piece.text}⟩` : piece.text))
    .join('');

function shown(words: DiffWords): DiffWords {
  const text = words.join('');
  return (text.length > MAX_SHOWN_CHARACTERS ? [`${text.slice(0, MAX_SHOWN_CHARACTERS)} …`] : words).map(visible);
}

/** The lines with this sign from `at` on, and where they end. Whether a text ends in a newline is said in words of its own. */
function stretch(lines: string[], at: number, sign: string): [string[], number] {
  const texts: string[] = [];
  let end = at;
  for (; end < lines.length; end += 1) {
    const line = lines[end] ?? '';
    if (line.startsWith(sign)) texts.push(line.slice(1));
    else if (line.startsWith('\\') && texts.length > 0) texts.push(`${texts.pop() ?? ''} (no newline at the end)`);
    else break;
  }
  return [texts, end];
}

function rowsOf({ oldStart, newStart, lines }: Hunk): DiffLine[] {
  const rows: DiffLine[] = [];
  let [before, after, at] = [oldStart, newStart, 0];
  while (at < lines.length) {
    const [kept, changed] = stretch(lines, at, ' ');
    for (const text of kept) rows.push([before++, after++, ...shown([text])]);
    const [removed, turned] = stretch(lines, changed, '-');
    const [added, end] = stretch(lines, turned, '+');
    const [old, fresh] = pairLines(removed, added);
    for (const words of old) rows.push([before++, 0, ...shown(words)]);
    for (const words of fresh) rows.push([0, after++, ...shown(words)]);
    // A line that is none of these would otherwise be asked about for ever.
    at = Math.max(end, at + 1);
  }
  return rows;
}

/** The hunks that fit into so many lines; the last may be cut. */
function firstLines(hunks: Hunk[], maxLines: number): Hunk[] {
  let left = maxLines;
  return hunks.flatMap((hunk) => {
    const lines = hunk.lines.slice(0, left);
    left -= lines.length;
    return lines.length > 0 ? [{ ...hunk, lines }] : [];
  });
}

/** A text that came or went as a whole: there is nothing to compare it with, however long it is. */
function wholeHunk(text: string, sign: '+' | '-'): Hunk {
  const lines = text.replace(/\n$/, '').split('\n');
  return { oldStart: 1, newStart: 1, lines: lines.map((line) => `${sign}${line}`) };
}

function hunksOf(before: string, after: string): Hunk[] | null {
  if (before === after) return [];
  if (before === '') return [wholeHunk(after, '+')];
  if (after === '') return [wholeHunk(before, '-')];
  const options = { context: CONTEXT, maxEditLength: MAX_EDITS, timeout: DEADLINE_MS };
  return structuredPatch('', '', before, after, undefined, undefined, options)?.hunks ?? null;
}

const countOf = (hunks: Hunk[], sign: string) =>
  hunks.reduce((sum, { lines }) => sum + lines.filter((line) => line.startsWith(sign)).length, 0);

/**
 * Two texts line by line, with the words that changed, as far as `maxLines` lines go; null when they are too unlike to be
 * compared in time.
 */
export function diffLines(before: string, after: string, maxLines: number): LineDiff | null {
  const hunks = hunksOf(before, after);
  if (!hunks) return null;
  const first = firstLines(hunks, maxLines);
  const [added, removed] = [countOf(hunks, '+'), countOf(hunks, '-')];
  const moreLines = added + removed - countOf(first, '+') - countOf(first, '-');
  return { hunks: first.map(rowsOf), added, removed, moreLines };
}
