import type { ListModulesInput } from '@/lib/discovery/schema';
import { brandOf } from '../seed/synthetic';
import { ADJECTIVES, NOUNS, TOPICS } from '../seed/words';

const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;
const swapped = (word: string) => `${word[0]}${word[2]}${word[1]}${word.slice(3)}`;
const QUERIES = 40;
const each = (make: (index: number) => ListModulesInput): ListModulesInput[] =>
  Array.from({ length: QUERIES }, (_, index) => make(index));

/** Queries by what they cost: how many modules a word is in, how many words, and how they are spelt. All of a class differ. */
export const SEARCH_CLASSES: Record<string, ListModulesInput[]> = {
  'a frequent word': each((index) => ({ q: at(TOPICS, index) })),
  'a middling word': each((index) => ({ q: at(NOUNS, index) })),
  'a rare word': each((index) => ({ q: brandOf(index * 7) })),
  'two frequent words': each((index) => ({ q: `${at(TOPICS, index)} ${at(TOPICS, index + 1 + (index % 7))}` })),
  'two middling words': each((index) => ({ q: `${at(ADJECTIVES, index)} ${at(NOUNS, index * 3)}` })),
  'the beginning of a word': each((index) => ({ q: at(NOUNS, index).slice(0, -2) })),
  'a misspelt word': each((index) => ({ q: swapped(at(NOUNS, index)) })),
};

/** Queries that the goals do not name; their times are reported. */
export const OTHER_READS: Record<string, ListModulesInput[]> = {
  'first page of explore': each((index) => ({ limit: 24 + (index % 2) })),
  'four words': each((index) => ({
    q: `${at(ADJECTIVES, index)} ${at(NOUNS, index)} ${at(TOPICS, index)} ${at(TOPICS, index + 3)}`,
  })),
  'facet kind': each((index) => ({ kind: 'prompt', q: at(TOPICS, index) })),
  'facet tag': each((index) => ({ tag: at(TOPICS, index) })),
  'facet os': each((index) => ({ os: 'macos', q: at(NOUNS, index) })),
  'facet license': each((index) => ({ license: 'MIT', q: at(NOUNS, index) })),
  'facet app': each((index) => ({ app: 'kitty', q: at(TOPICS, index) })),
  'by stars': each((index) => ({ sort: 'stars', q: at(TOPICS, index) })),
  'nothing found': each((index) => ({ q: `zq${at(NOUNS, index).slice(0, 2)}xv` })),
};

/** Distinct queries as people send them: a few words again and again, in company that differs (Zipf, exponent 1). */
export function zipfQueries(count: number): string[] {
  const vocabulary = [...TOPICS, ...NOUNS, ...ADJECTIVES];
  const total = vocabulary.reduce((sum, _, rank) => sum + 1 / (rank + 1), 0);
  const pick = (seed: number) => {
    // The golden ratio spreads consecutive numbers evenly over 0 to 1.
    let left = ((seed * 0.618_033_988_75) % 1) * total;
    for (const [rank, word] of vocabulary.entries()) {
      left -= 1 / (rank + 1);
      if (left <= 0) return word;
    }
    return vocabulary[0] ?? '';
  };
  const filters = ['', '&kind=prompt', '&os=linux', '&sort=stars', '&license=MIT', '&kind=color-theme', '&tag=git'];
  const queries = new Set<string>();
  for (let seed = 1; queries.size < count && seed < count * 20; seed += 1) {
    const words = [...new Set([pick(seed), pick(seed * 7 + 3), pick(seed * 13 + 5)].slice(0, 1 + (seed % 3)))];
    queries.add(`/explore?q=${words.join('+')}${at(filters, seed)}`);
  }
  return [...queries];
}
