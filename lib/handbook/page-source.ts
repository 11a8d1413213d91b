import { headingId } from '@/lib/utils/heading-id';
import { type FenceMark, parseFenceMarks } from './fence-marks';

/** What stands below one heading, as words to be found by. The text before the first heading has level 1 and no id. */
export type Section = { id: string; level: 1 | 2 | 3; title: string; text: string };

/** A fenced block of code; `line` is where it begins in its file. */
export type Fence = { language: string; marks: ReadonlyMap<FenceMark, string>; code: string; line: number };

export type PageSource = { sections: Section[]; fences: Fence[] };

const FENCE = /^ *```([\w-]*)(.*)$/;
const HEADING = /^(##|###) +(.+)$/;
const COMPONENT = /^<([A-Z]\w*) *\/>$/;

/** Prose without its markup: links keep their words, tags and emphasis go. */
export function plainProse(markdown: string): string {
  return markdown
    .replace(/\]\([^)]*\)/g, '')
    .replace(/<\/?[A-Za-z][^>]*>/g, ' ')
    .replace(/[`*[\]|]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function readFence(lines: string[], from: number, opening: RegExpExecArray): Fence {
  const end = lines.findIndex((line, at) => at > from && /^ *```\s*$/.test(line));
  if (end === -1) throw new Error(`Line ${from + 1}: a block of code is not closed.`);
  const code = `${lines.slice(from + 1, end).join('\n')}\n`;
  return { language: opening[1] ?? '', marks: parseFenceMarks(opening[2] ?? '', from + 1), code, line: from + 1 };
}

/**
 * A page of the handbook read as text: sections for its table of contents and the search, and its blocks of code.
 * `generated` names the sections of components that stand alone on a line, such as `<ManifestReference />`.
 */
export function readPageSource(mdx: string, generated: Record<string, () => Section[]> = {}): PageSource {
  const lines = mdx.split('\n');
  const sections: Section[] = [{ id: '', level: 1, title: '', text: '' }];
  const fences: Fence[] = [];
  const say = (text: string) => {
    const last = sections.at(-1);
    if (last) last.text = `${last.text} ${text}`.trim();
  };
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const fence = FENCE.exec(line);
    const [, marks, words] = HEADING.exec(line) ?? [];
    const component = COMPONENT.exec(line)?.[1];
    if (fence) {
      const found = readFence(lines, at, fence);
      fences.push(found);
      say(found.code.replace(/\s+/g, ' '));
      at += found.code.split('\n').length;
    } else if (marks && words) {
      const title = plainProse(words);
      sections.push({ id: headingId(title), level: marks === '##' ? 2 : 3, title, text: '' });
    } else if (component && generated[component]) sections.push(...generated[component]());
    else say(plainProse(line));
  }
  return { sections, fences };
}
