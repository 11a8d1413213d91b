import type { SearchRow } from '@/lib/discovery/search/search-index';
import { words } from '@/lib/utils/words';
import type { SearchText } from '@/types/module';

export const NOW = Date.parse('2026-11-01T00:00:00Z');
const DAY_MS = 86_400_000;

/** Ids in which both halves differ, so that a tie is broken by either. */
export const idOf = (at: number): string =>
  `${(at % 3).toString(16).padStart(12, '0')}${at.toString(16).padStart(12, '0')}`;

type Given = {
  text: Partial<SearchText> & { name: string };
  facets: string[];
  stars: number;
  trending: number;
  daysOld: number;
};

const rowOf = (at: number, { text, facets, stars, trending, daysOld }: Given): SearchRow => {
  const { name, ...more } = text;
  const empty = { title: name, owner: 'ada', tags: '', provides: '', kind: '', summary: '', readme: '' };
  const search = Object.entries({ name, ...empty, ...more }).map(([field, value]) => [field, words(value).join(' ')]);
  return {
    id: idOf(at),
    search: Object.fromEntries(search) as SearchText,
    facets: [...facets, 'author:ada'],
    values: {
      trending,
      downloads: stars * 10,
      stars,
      rating: 3.5,
      updated: NOW - daysOld * DAY_MS,
      new: NOW - 400 * DAY_MS - at,
    },
  };
};

/** What the contract is judged on. Equal values of stars and trending are there on purpose. */
export const ROWS: SearchRow[] = [
  rowOf(1, {
    text: { name: 'pure', kind: 'prompt', tags: 'zsh git', summary: 'A quiet prompt' },
    facets: ['kind:prompt', 'os:linux', 'os:macos', 'shell:zsh', 'license:MIT', 'tag:zsh', 'tag:git'],
    ...{ stars: 3, trending: 1.5, daysOld: 200 },
  }),
  rowOf(2, {
    text: { name: 'pure-prompt-plus', kind: 'prompt', tags: 'zsh', summary: 'Pure with more colours' },
    facets: ['kind:prompt', 'os:linux', 'shell:zsh', 'license:MIT', 'tag:zsh'],
    ...{ stars: 9000, trending: 9.25, daysOld: 1 },
  }),
  rowOf(3, {
    text: { name: 'starship', kind: 'prompt', tags: 'bash', summary: 'Completions for every tool' },
    facets: ['kind:prompt', 'os:macos', 'shell:bash', 'license:ISC', 'tag:bash'],
    ...{ stars: 50, trending: 4.000001, daysOld: 10 },
  }),
  rowOf(4, {
    text: { name: 'nord', kind: 'color theme', tags: 'c', summary: 'Arctic colours for neovim' },
    facets: ['kind:color-theme', 'os:linux', 'license:GPL-3.0-only OR MIT', 'tag:c', 'appearance:dark'],
    ...{ stars: 50, trending: 4.000002, daysOld: 30 },
  }),
  rowOf(5, {
    text: { name: 'ember', kind: 'color theme', tags: 'c', summary: 'Warm colours' },
    facets: ['kind:color-theme', 'os:linux', 'license:mit', 'tag:c++', 'appearance:light'],
    ...{ stars: 50, trending: 4.000002, daysOld: 31 },
  }),
  rowOf(6, {
    text: { name: 'git-aliases', kind: 'aliases', provides: 'gst gco', readme: 'Shortcuts that everyone needs' },
    facets: ['kind:aliases', 'os:linux', 'os:macos', 'license:MIT', 'tag:git', 'capability:runs'],
    ...{ stars: 0, trending: 0, daysOld: 500 },
  }),
  {
    ...rowOf(7, { text: { name: 'secret' }, facets: ['kind:prompt'], stars: 1, trending: 99, daysOld: 0 }),
    search: null,
  },
];
