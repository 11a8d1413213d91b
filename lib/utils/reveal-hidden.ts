/** Flags of England, Scotland and Wales are spelled with tag characters, and show. */
const TAG_FLAG = '\\u{1f3f4}[\\u{e0061}-\\u{e007a}]{1,8}\\u{e007f}';
/** Controls other than the tab, direction changes, and what takes no room. */
const HIDDEN =
  '(?!\\t)\\p{Cc}|\\p{Bidi_Control}|\\u034f|[\\u00ad\\u115f\\u1160\\u17b4\\u17b5\\u180e\\u200b\\u2060-\\u2064\\u206a-\\u206f\\u3164\\ufeff\\uffa0\\ufff9-\\ufffb]|[\\u{e0000}-\\u{e01ef}]';
/** A joiner between two ASCII characters joins nothing: it makes two names that look the same. */
const IDLE_JOINER = '(?<=[ -~])[\\u200c\\u200d](?=[ -~])';

const PATTERN = new RegExp(`${TAG_FLAG}|(${HIDDEN}|${IDLE_JOINER})`, 'gu');

const labelOf = (character: string) =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

export type Revealed = { text: string; hidden: boolean };

/** A line in pieces: text as it is, and in the place of each character that would not show, its name such as `U+202E`. */
export function revealHidden(line: string): Revealed[] {
  const pieces: Revealed[] = [];
  let from = 0;
  for (const match of line.matchAll(PATTERN)) {
    const character = match[1];
    if (character === undefined) continue;
    if (match.index > from) pieces.push({ text: line.slice(from, match.index), hidden: false });
    pieces.push({ text: labelOf(character), hidden: true });
    from = match.index + character.length;
  }
  if (from < line.length) pieces.push({ text: line.slice(from), hidden: false });
  return pieces;
}
