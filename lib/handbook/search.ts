import MiniSearch from 'minisearch';
import { stemmer } from 'stemmer';
import { isStopWord, words } from '@/lib/utils/words';

/** A section of a page, as it is searched. `id` is its address below /docs. */
export type HandbookText = { id: string; page: string; heading: string; text: string };
export type HandbookHit = { address: string; page: string; heading: string; excerpt: string };

const MAX_HITS = 20;
const EXCERPT_CHARACTERS = 200;

/** A stretch of the text that begins a little before the first of the words, cut at blanks. */
function excerptAround(text: string, asked: string[]): string {
  const found = new RegExp(`(?<![\\p{L}\\p{N}])(?:${asked.join('|')})`, 'iu').exec(text)?.index ?? 0;
  const from = found < 60 ? 0 : text.indexOf(' ', found - 60) + 1;
  if (text.length <= from + EXCERPT_CHARACTERS) return `${from > 0 ? '… ' : ''}${text.slice(from)}`;
  const to = text.lastIndexOf(' ', from + EXCERPT_CHARACTERS);
  return `${from > 0 ? '… ' : ''}${text.slice(from, to > from ? to : from + EXCERPT_CHARACTERS)} …`;
}

/**
 * A search over sections: words by their stems and beginnings, a wrong letter forgiven in longer ones, headings before text.
 * Sections that hold every word come first; only where there are none do those with some of them count.
 */
export function handbookSearch(sections: readonly HandbookText[]): (q: string) => HandbookHit[] {
  const index = new MiniSearch<HandbookText>({
    fields: ['page', 'heading', 'text'],
    tokenize: words,
    processTerm: (word) => (isStopWord(word) ? null : stemmer(word)),
    searchOptions: {
      prefix: (word) => word.length > 1,
      fuzzy: (word) => (word.length > 4 ? 1 : false),
      boost: { page: 3, heading: 4 },
    },
  });
  index.addAll(sections);
  const byId = new Map(sections.map((section) => [section.id, section]));
  return (q) => {
    const every = index.search(q, { combineWith: 'AND' });
    const found = every.length > 0 ? every : index.search(q);
    const asked = words(q);
    return found.slice(0, MAX_HITS).flatMap(({ id }) => {
      const section = byId.get(String(id));
      if (!section) return [];
      const { page, heading, text } = section;
      return [{ address: section.id, page, heading, excerpt: excerptAround(text, asked) }];
    });
  };
}
