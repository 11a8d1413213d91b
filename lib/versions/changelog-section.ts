const ATX = /^ {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const UNDERLINE = /^ {0,3}(=+|-{2,})[ \t]*$/;

type Heading = { line: number; end: number; level: number; text: string };

/** The headings of a Markdown text, without those inside fenced code. */
function headingsOf(lines: string[]): Heading[] {
  const found: Heading[] = [];
  let fence: string | null = null;
  lines.forEach((line, at) => {
    const mark = FENCE.exec(line)?.[1];
    if (fence !== null) {
      if (mark?.startsWith(fence)) fence = null;
      return;
    }
    if (mark) {
      fence = mark;
      return;
    }
    const atx = ATX.exec(line);
    if (atx) found.push({ line: at, end: at + 1, level: atx[1]?.length ?? 1, text: atx[2] ?? '' });
    const above = lines[at - 1] ?? '';
    const under = UNDERLINE.exec(line)?.[1];
    if (under && above.trim() !== '' && !ATX.test(above))
      found.push({ line: at - 1, end: at + 1, level: under.startsWith('=') ? 1 : 2, text: above.trim() });
  });
  return found;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * What a changelog says of one version: the text below the first heading that names it (`## v1.2.0`, `## [1.2.0] - 2026-01-02`),
 * up to the next heading of the same rank or above; null when none does.
 */
export function changelogSection(changelog: string, version: string): string | null {
  const lines = changelog.replace(/\r\n?/g, '\n').split('\n');
  const headings = headingsOf(lines);
  // `1.2.0` is neither in `11.2.0` nor in `1.2.0-beta.1` nor in `1.2.0.1`.
  const names = new RegExp(`(?<![\\w.-])v?${escaped(version)}(?![\\w+-]|\\.\\w)`, 'i');
  const at = headings.findIndex(({ text }) => names.test(text));
  const heading = headings[at];
  if (!heading) return null;
  const next = headings.slice(at + 1).find(({ level }) => level <= heading.level);
  const section = lines.slice(heading.end, next?.line).join('\n').trim();
  return section === '' ? null : section;
}
