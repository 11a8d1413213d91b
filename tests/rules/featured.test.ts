import { expect, it } from 'vitest';
import { mostPopular } from '@/lib/collections/rules';
import { type Candidate, featured, weekOf } from '@/lib/discovery/featured';
import type { ModuleItemDto } from '@/types/module';
import type { ModuleKind } from '@/types/module-kind';

const candidate = (ref: string, kind: ModuleKind, over: Partial<Candidate> = {}): Candidate => {
  const [namespace = '', name = ''] = ref.split('/');
  const item = { namespace, name, kind, preview: { shape: 'ansi', ansi: '$' } } as ModuleItemDto;
  return { item, warnings: 0, hasReadme: true, ...over };
};
const names = (items: ModuleItemDto[]) => items.map(({ namespace, name }) => `${namespace}/${name}`);

const POOL = [
  candidate('ada/one', 'prompt'),
  candidate('ada/two', 'script'),
  candidate('bo/three', 'prompt'),
  candidate('cy/four', 'bundle'),
  candidate('di/five', 'git-config'),
  candidate('ed/six', 'color-theme'),
  candidate('fy/warned', 'wm-config', { warnings: 1 }),
  candidate('gi/silent', 'input-config', { hasReadme: false }),
];

it('features four, of different kinds and authors, none with a warning or without a readme', () => {
  for (let week = 0; week < 60; week += 1) {
    const items = featured(POOL, week, []);
    expect(items).toHaveLength(4);
    expect(new Set(items.map(({ kind }) => kind)).size).toBe(4);
    expect(new Set(items.map(({ namespace }) => namespace)).size).toBe(4);
    expect(names(items).filter((name) => /warned|silent/.test(name))).toEqual([]);
  }
});

it('is the same for everybody in one week and takes turns by the week', () => {
  expect(featured(POOL, 7, [])).toEqual(featured([...POOL].reverse(), 7, []));
  expect(new Set(Array.from({ length: 20 }, (_, week) => names(featured(POOL, week, [])).join())).size).toBeGreaterThan(
    5,
  );
  expect(weekOf(new Date('2026-11-16T00:00:00Z'))).toBe(weekOf(new Date('2026-11-22T23:59:59Z')));
  expect(weekOf(new Date('2026-11-23T00:00:00Z'))).toBe(weekOf(new Date('2026-11-22T23:59:59Z')) + 1);
});

it('puts what was picked by hand first', () => {
  expect(names(featured(POOL, 3, ['@fy/warned', '@ada/two'])).slice(0, 2)).toEqual(['fy/warned', 'ada/two']);
});

it('ranks collections by stars, size and age, one an owner and none too small', () => {
  const now = new Date('2026-11-21T00:00:00Z');
  const days = (count: number) => new Date(now.getTime() - count * 86_400_000);
  const ranked = mostPopular(
    [
      { owner: 'a', id: 'small', size: 2, stars: 900, updatedAt: now },
      { owner: 'b', id: 'old', size: 5, stars: 100, updatedAt: days(300) },
      { owner: 'c', id: 'loved', size: 5, stars: 100, updatedAt: days(3) },
      { owner: 'c', id: 'second', size: 5, stars: 90, updatedAt: days(3) },
      { owner: 'd', id: 'plain', size: 5, stars: 10, updatedAt: days(3) },
    ],
    3,
    now,
  );
  expect(ranked.map(({ id }) => id)).toEqual(['loved', 'plain', 'old']);
});
