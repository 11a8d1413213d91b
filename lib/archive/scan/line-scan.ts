import type { FindingCode } from '../finding-codes';
import { commandCodes } from './commands';
import { hasSuspicious } from './invisible';
import { COMMAND, nextMark, SECRET, SETTING, STEP, UNICODE } from './marks';
import { secretKind } from './secrets';
import { settingCodes } from './settings';

export type Hit = { code: FindingCode; line: number; detail?: string };

/** What is looked for: settings only in configuration files, commands not where they are only spoken of. */
export type ScanTopics = { commands: boolean; settings: boolean; unicode: boolean };

const SEGMENT = 4096;
const SEGMENT_BEFORE = 256;
/** A mark this close to a segment's end is judged again with the text after it. */
const SEGMENT_OVERLAP = 1024;
const MAX_CONTINUED = 4;
const NEWLINE = 10;
const CONTINUES = /(?:\\|\||&&)[ \t\r]*$/;
const COMMENT = /^\s*#(?!!)/;

const lineEnd = (text: Buffer, from: number): number => {
  const newline = text.indexOf(NEWLINE, from);
  return newline === -1 ? text.length : newline;
};

/** The end of the logical line that goes on over line ends after a backslash, a pipe or `&&`. */
function logicalEnd(text: Buffer, start: number, end: number): number {
  let at = end;
  if (COMMENT.test(text.toString('latin1', start, Math.min(end, start + 80)))) return at;
  for (let joined = 1; joined < MAX_CONTINUED && at < text.length; joined += 1) {
    if (!CONTINUES.test(text.toString('latin1', Math.max(start, at - 8), at))) break;
    at = lineEnd(text, at + 1);
  }
  return at;
}

function* judge(line: string, topics: number): Generator<Omit<Hit, 'line'>> {
  if (topics & SECRET) {
    const secret = secretKind(line);
    if (secret !== null) yield { code: 'secret', detail: secret };
  }
  if (COMMENT.test(line)) return;
  if (topics & COMMAND) for (const code of commandCodes(line)) yield { code };
  if (topics & SETTING) for (const code of settingCodes(line)) yield { code };
}

const joined = (text: Buffer, from: number, to: number): string =>
  text
    .toString('latin1', from, to)
    .replace(/\\\r?\n/g, ' ')
    .replace(/\r?\n/g, ' ');

/**
 * Looks through a piece of text that holds whole lines. Linear: one pass finds marks, and only the lines that hold one are
 * judged, each byte at most twice, in segments of at most 4 KiB. Lines count from 0. Returns the bytes judged.
 */
export function scanLines(
  text: Buffer,
  { commands, settings, unicode }: ScanTopics,
  found: (hit: Hit) => void,
): number {
  const wanted = SECRET | (commands ? COMMAND : 0) | (settings ? SETTING : 0) | (unicode ? UNICODE : 0);
  let judged = 0;
  let line = 0;
  let counted = 0;
  for (let mark = nextMark(text, 0, wanted); mark !== -1; ) {
    const at = Math.floor(mark / STEP);
    const start = at === 0 ? 0 : text.lastIndexOf(NEWLINE, at - 1) + 1;
    const from = Math.max(start, at - SEGMENT_BEFORE);
    const end = logicalEnd(text, start, lineEnd(text, at));
    const to = Math.min(end, from + SEGMENT);
    const resume = to === end ? end : Math.max(at + 1, to - SEGMENT_OVERLAP);
    let topics = 0;
    for (; mark !== -1 && mark < resume * STEP; mark = nextMark(text, Math.floor(mark / STEP) + 1, wanted))
      topics |= mark % STEP;
    for (; counted < start; counted = lineEnd(text, counted) + 1) line += 1;
    for (const hit of judge(joined(text, from, to), topics)) found({ ...hit, line });
    if (topics & UNICODE) {
      for (const [index, one] of text.toString('utf8', from, to).split('\n').entries()) {
        if (hasSuspicious(one)) found({ code: 'invisible-unicode', line: line + index });
      }
    }
    judged += to - from;
  }
  return judged;
}
