import { isStopWord, words } from '@/lib/utils/words';
import type { Lexicon } from './lexicon';

/** One way to read a word of a query, and how sure that reading is, 0 to 1. */
export type Reading = { term: number; sure: number };
/** A word of a query: a module fits if it has any of the readings. */
export type Clause = { word: string; readings: Reading[]; mended?: string };

const MOST_WORDS = 8;
const MOST_READINGS = 32;
const MOST_REPAIRS = 6;
/** A word in more modules than this is meant as it stands, not as the beginning of another. */
const COMMON = 200;
const SURE = { synonym: 0.8, beginning: 0.7, mended: [1, 0.6, 0.4] } as const;

/** Words that mean the same to people who look for dotfiles. */
const SYNONYMS = [
  ['nvim', 'neovim'],
  ['k8s', 'kubernetes'],
  ['colour', 'color'],
  ['grey', 'gray'],
  ['osx', 'macos'],
  ['mac', 'macos'],
  ['keybinding', 'keymap'],
  ['keybinding', 'shortcut'],
  ['hotkey', 'shortcut'],
  ['colorscheme', 'theme'],
  ['rice', 'desktop'],
  ['vs', 'vscode'],
  ['ps1', 'prompt'],
  ['homebrew', 'brew'],
  ['python', 'python3'],
  ['minimalist', 'minimal'],
  ['wm', 'compositor'],
] as const;
const MEANS = new Map<string, string[]>();
for (const [a, b] of SYNONYMS) {
  MEANS.set(a, [...(MEANS.get(a) ?? []), b]);
  MEANS.set(b, [...(MEANS.get(b) ?? []), a]);
}

/** Words that mean the same as this one. */
export const synonymsOf = (word: string): readonly string[] => MEANS.get(word) ?? [];

/** The words of a query that are worth looking up; all of them when nothing else is left. */
export function queryWords(text: string): string[] {
  const asked = [...new Set(words(text))];
  const telling = asked.filter((word) => !isStopWord(word));
  return (telling.length > 0 ? telling : asked).slice(0, MOST_WORDS);
}

/** In how many modules a term is. */
export type Frequency = (term: number) => number;

export class Reader {
  constructor(
    private readonly lexicon: Lexicon,
    private readonly frequency: Frequency,
  ) {}

  /** The word as it stands, its stem, its synonyms and, unless it is common, words that begin so. */
  read(word: string, isUnfinished = false): Clause {
    const readings = new Map<number, number>();
    const own = this.lexicon.vocabulary.find(word);
    if (own !== null) readings.set(own, 1);
    for (const other of synonymsOf(word)) {
      const term = this.lexicon.vocabulary.find(other);
      if (term !== null && !readings.has(term)) readings.set(term, SURE.synonym);
    }
    if (isUnfinished || (word.length >= 2 && (own === null || this.frequency(own) < COMMON)))
      for (const term of this.#mostFrequent([...this.lexicon.vocabulary.beginningWith(word)], MOST_READINGS))
        if (!readings.has(term)) readings.set(term, SURE.beginning);
    return { word, readings: this.#present(readings) };
  }

  /** As `read`, and also as a misspelling of the nearest words. */
  mend(word: string): Clause {
    const clause = this.read(word);
    const near = this.lexicon.vocabulary
      .near(word)
      .filter(({ term }) => this.frequency(term) > 0)
      .sort((a, b) => this.frequency(b.term) - this.frequency(a.term))
      .slice(0, MOST_REPAIRS);
    const readings = new Map(clause.readings.map(({ term, sure }) => [term, sure]));
    for (const { term, distance } of near)
      if (!readings.has(term)) readings.set(term, SURE.mended[distance as 1 | 2] ?? 0);
    const [best] = near;
    return { word, readings: this.#present(readings), ...(best ? { mended: best.word } : {}) };
  }

  /** The same clauses for name and title alone; null if one of them stands in no name and no title. */
  inHeadings(clauses: Clause[]): Clause[] | null {
    const found = clauses.map(({ word, readings }) => ({
      word,
      readings: readings.flatMap(({ term, sure }) => {
        const heading = this.lexicon.findHeading(term);
        return heading === null ? [] : [{ term: heading, sure }];
      }),
    }));
    return found.every(({ readings }) => readings.length > 0) ? found : null;
  }

  #present(readings: Map<number, number>): Reading[] {
    return [...readings].filter(([term]) => this.frequency(term) > 0).map(([term, sure]) => ({ term, sure }));
  }

  #mostFrequent(terms: number[], most: number): number[] {
    if (terms.length <= most) return terms;
    return terms.sort((a, b) => this.frequency(b) - this.frequency(a)).slice(0, most);
  }
}
