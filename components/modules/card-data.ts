import type { CardPreview, ModuleItemDto } from '@/types/module';
import { MODULE_KINDS, type ModuleKind } from '@/types/module-kind';
import { paletteCss } from './palette-style';

/** What a card draws, without the names of the fields: a page sends two dozen of these twice, as markup and as props. */
export type CardTuple = [
  ref: string,
  title: string,
  summary: string,
  kind: number,
  version: string,
  downloads: number,
  stars: number,
  updatedAt: string,
  preview: PreviewTuple,
];

export type PreviewTuple =
  | [shape: 0, css: string, variants: number]
  | [shape: 1, ansi: string]
  | [shape: 2, rows: string[]]
  | [shape: 3, rows: string[]]
  | [shape: 4, label: string, items: string[], more: number];

const KEY_ROWS = 4;
const LINE_ROWS = 5;
const CHIPS = 9;

function toPreview(preview: CardPreview): PreviewTuple {
  switch (preview.shape) {
    case 'palette':
      return [0, paletteCss(preview.palette), preview.variants];
    case 'ansi':
      return [1, preview.ansi.slice(0, 600)];
    case 'keys':
      return [2, preview.rows.slice(0, KEY_ROWS).flatMap(({ keys, does }) => [keys, does])];
    case 'lines':
      return [3, preview.rows.slice(0, LINE_ROWS).flatMap(({ left, right }) => [left, right])];
    case 'chips': {
      const shown = preview.items.slice(0, CHIPS);
      return [4, preview.label, shown, preview.more + preview.items.length - shown.length];
    }
  }
}

const MINUTES_MATTER_MS = 14 * 86_400_000;

/** An ISO time as exact as people are told it: to the minute in its first fortnight, then the day. */
const shortTime = (iso: string, nowMs: number) =>
  nowMs - Date.parse(iso) < MINUTES_MATTER_MS ? `${iso.slice(0, 16)}Z` : iso.slice(0, 10);

export function toCard(item: ModuleItemDto): CardTuple {
  return [
    `@${item.namespace}/${item.name}`,
    item.title,
    item.summary,
    MODULE_KINDS.indexOf(item.kind),
    item.version,
    item.downloads,
    item.stars,
    shortTime(item.updatedAt, Date.now()),
    toPreview(item.preview),
  ];
}

export const kindAt = (index: number): ModuleKind => MODULE_KINDS[index] ?? 'script';
