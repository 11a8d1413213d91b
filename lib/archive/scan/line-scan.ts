import type { FindingCode } from '../finding-codes';
import { COMMAND_MARKS, commandCodes } from './commands';
import { SECRET_MARKS, secretKind } from './secrets';
import { SETTING_MARKS, settingCodes } from './settings';

export type Hit = { code: FindingCode; line: number; detail?: string };

/** What is looked for: settings only in configuration files, commands not in documents that are only read. */
export type ScanTopics = { commands: boolean; settings: boolean };

const SEGMENT = 4096;
const SEGMENT_BEFORE = 256;
/** A mark this close to a segment's end is judged again with the text after it. */
const SEGMENT_OVERLAP = 2048;
const MAX_CONTINUED = 4;
const CONTINUES = /(?:\\|\||&&)[ \t\r]*$/;
const COMMENT = /^\s*#(?!!)/;

const MARKS = {
  secrets: new RegExp(SECRET_MARKS, 'g'),
  commands: new RegExp(`${SECRET_MARKS}|${COMMAND_MARKS}`, 'g'),
  all: new RegExp(`${SECRET_MARKS}|${COMMAND_MARKS}|${SETTING_MARKS}`, 'g'),
};

/** The end of the logical line that goes on over line ends after a backslash, a pipe or `&&`. */
function logicalEnd(text: string, start: number, end: number): number {
  let at = end;
  if (COMMENT.test(text.slice(start, Math.min(end, start + 80)))) return at;
  for (let joined = 1; joined < MAX_CONTINUED && at < text.length; joined += 1) {
    if (!CONTINUES.test(text.slice(Math.max(start, at - 8), at))) break;
    const next = text.indexOf('\n', at + 1);
    at = next === -1 ? text.length : next;
  }
  return at;
}

function* judge(line: string, topics: ScanTopics): Generator<Omit<Hit, 'line'>> {
  const secret = secretKind(line);
  if (secret !== null) yield { code: 'secret', detail: secret };
  if (COMMENT.test(line)) return;
  if (topics.commands) for (const code of commandCodes(line)) yield { code };
  if (topics.settings) for (const code of settingCodes(line)) yield { code };
}

/**
 * Looks through a piece of text that holds whole lines. Linear: a regular expression finds marks, and only the lines that
 * hold one are judged, each at most twice, in segments of at most 4 KiB. Lines count from 0. Returns the bytes judged.
 */
export function scanLines(text: string, topics: ScanTopics, found: (hit: Hit) => void): number {
  const marks = topics.settings ? MARKS.all : topics.commands ? MARKS.commands : MARKS.secrets;
  let judged = 0;
  let line = 0;
  let counted = 0;
  marks.lastIndex = 0;
  for (let mark = marks.exec(text); mark !== null; mark = marks.exec(text)) {
    const lineStart = text.lastIndexOf('\n', mark.index) + 1;
    const newline = text.indexOf('\n', mark.index);
    const end = logicalEnd(text, lineStart, newline === -1 ? text.length : newline);
    const from = Math.max(lineStart, mark.index - SEGMENT_BEFORE);
    const to = Math.min(end, from + SEGMENT);
    for (; counted < lineStart; counted += 1) if (text.charCodeAt(counted) === 10) line += 1;
    for (const hit of judge(
      text
        .slice(from, to)
        .replace(/\\\r?\n/g, ' ')
        .replace(/\r?\n/g, ' '),
      topics,
    )) {
      found({ ...hit, line });
    }
    judged += to - from;
    marks.lastIndex = to === end ? end : Math.max(mark.index + 1, to - SEGMENT_OVERLAP);
  }
  return judged;
}
