import { DeletionTable, eachDeletion } from './deletion-table';
import { editDistance, forgivenEdits } from './edit-distance';

/** Shorter words are never what a misspelt one stands for. */
const SHORTEST = 3;
/** Words from this length on may be two edits away. */
const SHORTEST_OF_TWO = 6;
/** Words that came after the tables lie in a map; when they are more than this, and than this share, tables are made anew. */
const FEWEST_LATER = 2000;
const LATER_SHARE = 0.05;

const one = (word: string) => (word.length < SHORTEST ? [] : [0, 1]);
const two = (word: string) => (word.length < SHORTEST_OF_TWO ? [] : [2]);

/**
 * Finds the words near a misspelt one by what both have in common once letters are left out (symmetric deletion, Garbe 2012):
 * a word and its misspelling of one edit become the same when at most one letter is taken from each. How long that takes hardly
 * depends on how many words there are.
 */
export class Spelling {
  #tables: { one: DeletionTable; two: DeletionTable } | null = null;
  /** How many words lie in the tables, and in the tables or the map. */
  #tabled = 0;
  #known = 0;
  #later = new Map<number, number[]>();

  /** The list may grow; new words are found after `follow`. */
  constructor(private readonly words: readonly string[]) {}

  /** Takes in the words that are new. */
  async follow(): Promise<void> {
    const count = this.words.length;
    if (count - this.#tabled > Math.max(FEWEST_LATER, LATER_SHARE * this.#tabled)) {
      const words = this.words.slice(0, count);
      this.#tables = { one: await DeletionTable.of(words, one), two: await DeletionTable.of(words, two) };
      this.#later = new Map();
      [this.#tabled, this.#known] = [count, count];
    }
    for (; this.#known < count; this.#known += 1) this.#add(this.#known);
  }

  /** The words of the least distance that a word of this length forgives, without the word itself. */
  near(word: string): { id: number; distance: number }[] {
    const seen = new Set<number>();
    for (let most = 1; most <= forgivenEdits(word.length); most += 1) {
      const found: { id: number; distance: number }[] = [];
      const compare = (id: number) => {
        const candidate = this.words[id] ?? '';
        if (seen.has(id) || candidate.length < SHORTEST) return;
        const distance = editDistance(word, candidate, most);
        if (distance > most) return;
        seen.add(id);
        if (distance > 0) found.push({ id, distance });
      };
      for (let left = 0; left <= most; left += 1)
        eachDeletion(word, left, (hash) => {
          this.#tables?.one.find(hash, compare);
          if (most > 1) this.#tables?.two.find(hash, compare);
          this.#later.get(hash)?.forEach(compare);
        });
      if (found.length > 0) return found;
    }
    return [];
  }

  #add(id: number): void {
    const word = this.words[id] ?? '';
    for (const left of [...one(word), ...two(word)])
      eachDeletion(word, left, (hash) => {
        const known = this.#later.get(hash);
        if (known) known.push(id);
        else this.#later.set(hash, [id]);
      });
  }
}
