import { expect, it } from 'vitest';
import { ndcg } from '../relevance/ndcg';

const judged = new Map([
  ['a', 3],
  ['b', 2],
  ['c', 1],
]);

it('agrees with a calculation by hand', () => {
  // b, x, a: 2/log2(2) + 0/log2(3) + 3/log2(4) = 2 + 0 + 1.5 = 3.5
  // best a, b, c: 3/log2(2) + 2/log2(3) + 1/log2(4) = 3 + 1.26186 + 0.5 = 4.76186
  expect(ndcg(['b', 'x', 'a'], judged)).toBeCloseTo(3.5 / 4.76186, 5);
});

it('is 1 for the best order, 0 for nothing useful, and does not pay twice for one result', () => {
  expect(ndcg(['a', 'b', 'c', 'x'], judged)).toBe(1);
  expect(ndcg(['x', 'y'], judged)).toBe(0);
  expect(ndcg([], judged)).toBe(0);
  expect(ndcg(['a', 'a', 'a'], judged)).toBeCloseTo(3 / 4.76186, 5);
  expect(ndcg([], new Map())).toBe(1);
});

it('looks only so deep', () => {
  const many = new Map(Array.from({ length: 20 }, (_, index) => [`m${index}`, 3] as const));
  const ten = [...many.keys()].slice(5, 15);
  expect(ndcg(ten, many)).toBe(1);
  expect(ndcg([...Array<string>(10).fill('x'), 'm0'], many)).toBe(0);
});
