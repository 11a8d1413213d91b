export const BADGES = ['version', 'downloads', 'stars', 'rating'] as const;
export type BadgeName = (typeof BADGES)[number];
export type BadgeTone = 'info' | 'ok' | 'grey';

/** Dark enough for white text at 4.5:1. */
const FILLS: Record<BadgeTone, string> = { info: '#1c5796', ok: '#17683a', grey: '#5c665f' };
const LABEL_FILL = '#3b423e';
/** Pixels that a character of a monospaced face of 11 px takes; `textLength` holds every viewer's face to it. */
const ADVANCE = 6.6;
const PADDING = 6;
/** A version may have 128 characters, a badge may not. */
const MAX_CHARACTERS = 40;

const escaped = (text: string) =>
  text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`).replace(/[^\x20-\x7e]/g, '?');

const widthOf = (text: string) => Math.round(text.length * ADVANCE * 10) / 10;

function text(words: string, left: number): string {
  const width = widthOf(words);
  return `<text x="${left + PADDING}" y="14" textLength="${width}" lengthAdjust="spacingAndGlyphs">${escaped(words)}</text>`;
}

/** A badge of two words as a picture of its own: no script, no font, no other file. */
export function badgeSvg(label: string, given: string, tone: BadgeTone): string {
  const value = given.length > MAX_CHARACTERS ? `${given.slice(0, MAX_CHARACTERS - 3)}...` : given;
  const left = Math.ceil(widthOf(label) + 2 * PADDING);
  const right = Math.ceil(widthOf(value) + 2 * PADDING);
  const all = left + right;
  const title = escaped(`${label}: ${value}`);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${all}" height="20" viewBox="0 0 ${all} 20" role="img" aria-label="${title}">`,
    `<title>${title}</title>`,
    `<clipPath id="r"><rect width="${all}" height="20" rx="3"/></clipPath>`,
    `<g clip-path="url(#r)"><rect width="${left}" height="20" fill="${LABEL_FILL}"/>`,
    `<rect x="${left}" width="${right}" height="20" fill="${FILLS[tone]}"/></g>`,
    `<g fill="#fff" font-family="DejaVu Sans Mono,Menlo,Consolas,monospace" font-size="11">`,
    text(label, 0),
    text(value, left),
    '</g></svg>',
  ].join('');
}
