import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Bitmap } from '@/lib/discovery/search/bitmap';
import { editDistance, forgivenEdits } from '@/lib/discovery/search/edit-distance';
import { FacetRecords } from '@/lib/discovery/search/facet-records';
import { intersect } from '@/lib/discovery/search/intersect';
import { SortedWords } from '@/lib/discovery/search/sorted-words';
import { Spelling } from '@/lib/discovery/search/spelling';
import { TermList } from '@/lib/discovery/search/term-list';

const COUNT = 200;
const few = fc.uniqueArray(fc.integer({ min: 0, max: COUNT - 1 })).map((all) => all.sort((a, b) => a - b));
/** A few numbers, or all but a few. */
const numbers = fc.oneof(
  few,
  few.map((but) => Array.from({ length: COUNT }, (_, doc) => doc).filter((doc) => !but.includes(doc))),
);
const listOf = (docs: number[], isDense: boolean) => {
  const list = Uint32Array.from(docs);
  return new TermList(list, new Uint8Array(docs.length), isDense ? new Bitmap(list, COUNT) : null);
};

describe('lists of modules', () => {
  it('have in common what sets have in common, as bits and as numbers', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(numbers, fc.boolean()), { maxLength: 4 }),
        numbers,
        fc.option(fc.integer({ min: 2, max: 5 })),
        fc.nat(COUNT),
        fc.nat(COUNT),
        (lists, gone, divisor, room, more) => {
          const removed = new Bitmap(Uint32Array.from(gone), COUNT).words;
          const accept = divisor ? (doc: number) => doc % divisor === 0 : null;
          const expected = Array.from({ length: COUNT }, (_, doc) => doc).filter(
            (doc) => lists.every(([docs]) => docs.includes(doc)) && !gone.includes(doc) && (accept?.(doc) ?? true),
          );
          const [out, most] = [new Uint32Array(room), room + more];
          const among = { count: COUNT, removed, accept };
          const found = intersect(
            lists.map(([docs, isDense]) => listOf(docs, isDense)),
            among,
            out,
            most,
          );
          expect(found).toBe(Math.min(most, expected.length));
          expect([...out.subarray(0, found)]).toEqual(expected.slice(0, Math.min(room, most)));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('know the place of a number', () => {
    fc.assert(
      fc.property(numbers, (docs) => {
        const bitmap = new Bitmap(Uint32Array.from(docs), COUNT);
        for (let doc = 0; doc < COUNT; doc += 1) expect(bitmap.placeOf(doc)).toBe(docs.indexOf(doc));
      }),
    );
  });

  it('count facet values, of modules with few, with many and with large numbers', () => {
    const values = fc.uniqueArray(fc.oneof(fc.integer({ min: 1, max: 40 }), fc.constant(70_000)), { maxLength: 30 });
    fc.assert(
      fc.property(fc.array(values, { minLength: 1, maxLength: 20 }), (modules) => {
        const records = new FacetRecords(modules.length);
        modules.forEach((of, doc) => {
          records.set(doc, Uint32Array.from(of));
        });
        const counts = new Uint32Array(records.size);
        records.add(Uint32Array.from(modules.keys()), counts);
        modules.forEach((of, doc) => {
          expect([...records.of(doc)]).toEqual(of);
        });
        for (const value of new Set(modules.flat()))
          expect(counts[value]).toBe(modules.filter((of) => of.includes(value)).length);
      }),
    );
  });
});

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 1, maxLength: 12 });

/** Words one by one and many at once: tables are made and made anew, and the newest lie beside them. */
const growing = (words: string[]) => [words.slice(0, 5), words];

describe('words', () => {
  it('are found by a misspelling exactly where a look at every word finds them', async () => {
    // Enough words for tables, and a few that come later.
    const filler = Array.from(
      { length: 2100 },
      (_, at) => `x${at.toString(4).replace(/./g, (digit) => 'efgh'[+digit] ?? '')}`,
    );
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(word, { maxLength: 60 }), word, fc.boolean(), async (words, asked, isLarge) => {
        const all: string[] = isLarge ? [...filler, ...words.slice(0, 30)] : [];
        const spelling = new Spelling(all);
        await spelling.follow();
        all.push(...words.slice(isLarge ? 30 : 0));
        await spelling.follow();
        const distances = all.map((other) => (other.length < 3 ? 99 : editDistance(asked, other, 2)));
        const near = distances.filter((distance) => distance > 0 && distance <= forgivenEdits(asked.length));
        const least = Math.min(...near);
        const expected = all.filter((_, id) => near.length > 0 && distances[id] === least);
        expect(
          spelling
            .near(asked)
            .map(({ id }) => all[id])
            .sort(),
        ).toEqual(expected.sort());
      }),
      { numRuns: 200 },
    );
  });

  it('are found by a beginning', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(word, { maxLength: 80 }), word, async (words, prefix) => {
        const all: string[] = [];
        const sorted = new SortedWords(all);
        for (const some of growing(words)) {
          all.push(...some.slice(all.length));
          await sorted.follow(() => 1);
          const expected = some.filter((one) => one.startsWith(prefix)).sort();
          expect(sorted.beginningWith(prefix).map((id) => all[id])).toEqual(expected);
        }
      }),
    );
  });

  it('of a beginning that very many share are the most frequent ones and the newest', async () => {
    const all = Array.from({ length: 6000 }, (_, at) => `${at % 2 === 0 ? 'ab' : 'b'}${at}`);
    const sorted = new SortedWords(all);
    await sorted.follow((id) => id);
    all.push('abc', 'bcd');
    await sorted.follow(() => 0);
    const found = sorted.beginningWith('ab').sort((a, b) => a - b);
    expect(found).toEqual([...Array.from({ length: 32 }, (_, at) => 5998 - 2 * (31 - at)), 6000]);
    expect(sorted.beginningWith('ab599').map((id) => all[id])).toEqual([
      'ab5990',
      'ab5992',
      'ab5994',
      'ab5996',
      'ab5998',
    ]);
  });
});
