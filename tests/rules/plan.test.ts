import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeCursor, encodeCursor } from '@/lib/discovery/cursor';
import { listId } from '@/lib/discovery/list';
import { planList, SORT_FIELDS } from '@/lib/discovery/plan';
import { type ListModulesInput, listModulesSchema } from '@/lib/discovery/schema';
import { SORTS } from '@/types/module';

const plan = (input: ListModulesInput) => planList(listModulesSchema.parse(input));
const idOf = (input: ListModulesInput) => listId(plan(input));

describe('a query becomes index scans', () => {
  it('of everything, by trend, when nothing is asked', () => {
    expect(plan({})).toEqual({ field: 'rank.trending', phases: [{ all: ['*'], butNotAll: [] }], match: ['*'] });
    expect(plan({ q: '  !?  ' })).toEqual(plan({}));
    expect(plan({ sort: 'relevance' })).toEqual(plan({}));
  });

  it.each(Object.entries(SORT_FIELDS))('sorted by %s in one stretch', (sort, field) => {
    const { field: found, phases } = plan({ q: 'dark prompt', kind: 'prompt', sort: sort as 'stars' });
    expect([found, phases]).toEqual([field, [{ all: ['kind:prompt', 'prompt', 'dark'], butNotAll: [] }]]);
  });

  it('by relevance in three stretches that never overlap', () => {
    const { phases } = plan({ q: 'Dark PROMPT' });
    expect(phases).toEqual([
      { all: ['=dark prompt'], butNotAll: [] },
      { all: ['~prompt', '~dark'], butNotAll: ['=dark prompt'] },
      { all: ['prompt', 'dark'], butNotAll: ['~prompt', '~dark'] },
    ]);
  });

  it('puts filters into every stretch, rarest term first', () => {
    for (const { all } of plan({ q: 'sky', tag: 'minimal', author: 'ada' }).phases)
      expect(all).toEqual(expect.arrayContaining(['tag:minimal', 'author:ada']));
    expect(plan({ q: 'sky', tag: 'minimal' }).match[0]).toBe('tag:minimal');
  });

  it('reads words as the index wrote them, and no more than eight', () => {
    expect(plan({ q: 'Été' }).match).toEqual(['ete']);
    expect(plan({ q: 'a b c d e f g h i j k l' }).match).toHaveLength(8);
    expect(plan({ q: 'dark dark dark' }).match).toEqual(['dark']);
  });

  it('keeps words from posing as filters', () => {
    for (const q of ['kind:prompt', 'author:ada', '=name', '~word', '*'])
      expect(plan({ q }).match.every((term) => /^[\p{L}\p{N}]+$/u.test(term) || term === '*')).toBe(true);
  });
});

describe('a cursor', () => {
  const lists: ListModulesInput[] = [
    ...SORTS.map((sort) => ({ sort })),
    { q: 'dark' },
    { q: 'dark', sort: 'stars' },
    { kind: 'prompt' },
    { kind: 'script' },
    { author: 'ada' },
  ];
  const valid = { p: 0, v: 1.5, i: 'a'.repeat(24) };

  it('comes back as it was issued', () => {
    const cursor = { l: idOf({ sort: 'stars' }), ...valid };
    expect(decodeCursor(encodeCursor(cursor), cursor.l)).toEqual(cursor);
  });

  it('of one list is refused by every other', () => {
    const ids = new Set(lists.map(idOf));
    // Nothing asked by trend and by relevance is one list.
    expect(ids.size).toBe(lists.length - 1);
    for (const from of ids)
      for (const to of ids)
        if (from !== to)
          expect(() => decodeCursor(encodeCursor({ l: from, ...valid }), to)).toThrow('not issued for this list');
  });

  it.each([
    ['no base64', '%%%'],
    ['no JSON', Buffer.from('{').toString('base64url')],
    ['null', Buffer.from('null').toString('base64url')],
    ['a list', Buffer.from('[]').toString('base64url')],
    ['an operator', Buffer.from(JSON.stringify({ ...valid, l: 'x', v: { $gt: 0 } })).toString('base64url')],
    ['an id that is none', Buffer.from(JSON.stringify({ ...valid, l: 'x', i: 'z'.repeat(24) })).toString('base64url')],
    ['a phase beyond the last', Buffer.from(JSON.stringify({ ...valid, l: 'x', p: 3 })).toString('base64url')],
    ['infinity', Buffer.from('{"l":"x","p":0,"v":1e999,"i":"aaaaaaaaaaaaaaaaaaaaaaaa"}').toString('base64url')],
    ['one field too many', Buffer.from(JSON.stringify({ ...valid, l: 'x', $where: '1' })).toString('base64url')],
  ])('with %s is refused', (_, text) => {
    expect(() => decodeCursor(text, 'x')).toThrow(expect.objectContaining({ code: 'invalid_cursor' }));
  });

  it('made of anything is a cursor or the one refusal', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.base64String(),
          fc.json().map((json) => Buffer.from(json).toString('base64url')),
        ),
        (text) => {
          try {
            decodeCursor(text, 'x');
          } catch (error) {
            expect(error).toMatchObject({ code: 'invalid_cursor' });
          }
        },
      ),
    );
  });
});
