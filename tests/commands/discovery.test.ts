import { beforeAll, expect, it } from 'vitest';
import { listModules, suggestModules } from '@/lib/discovery/queries';
import type { ListModulesInput } from '@/lib/discovery/schema';
import { updateListing } from '@/lib/modules/commands';
import { ModuleModel } from '@/models/module-kinds';
import type { Actor } from '@/types/actor';
import { SORTS } from '@/types/module';
import { person, publish, refusalOf } from '../support/builders';
import { seedCatalogue } from '../support/catalogue';
import { onOwnDatabase } from '../support/database';

onOwnDatabase();

const MODULES = 150;
let ada: Actor;

beforeAll(async () => {
  await seedCatalogue(MODULES);
  ada = await person();
  await publish(ada, 'aurora', { manifest: { title: 'Quiet lights', summary: 'Nothing but colours.' } });
  await publish(ada, 'northern-sky', { manifest: { title: 'Aurora at noon', summary: 'Lights.' } });
  await publish(ada, 'plain-sky', {
    manifest: { title: 'Plain', summary: 'As an aurora would be.', keywords: ['polar'] },
  });
}, 60_000);

const names = async (input: ListModulesInput) => (await listModules(input)).items.map(({ name }) => name);

/** A whole list, page by page. */
async function walk(input: ListModulesInput, limit: number) {
  const pages: string[][] = [];
  let cursor: string | undefined;
  do {
    const page = await listModules({ ...input, limit, ...(cursor ? { cursor } : {}) });
    pages.push(page.items.map(({ namespace, name }) => `${namespace}/${name}`));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return pages;
}

it.each(SORTS)('pages through everything by %s, nothing twice and nothing missing', async (sort) => {
  const pages = await walk({ sort }, 17);
  const seen = pages.flat();
  expect(seen.length).toBe(await ModuleModel.countDocuments({ visibility: 'public' }));
  expect(new Set(seen).size).toBe(seen.length);
  expect(pages.slice(0, -1).every((page) => page.length === 17)).toBe(true);
});

it.each([1, 2, 7, 100])('gives the same list in pages of %d', async (limit) => {
  const query: ListModulesInput = { q: 'prompt', sort: 'relevance' };
  expect((await walk(query, limit)).flat()).toEqual((await walk(query, 100)).flat());
});

it('sorts by what it says', async () => {
  const falls = (values: number[]) =>
    values.every((value, index) => index === 0 || value <= (values[index - 1] ?? value));
  for (const [sort, of] of [
    ['downloads', 'downloads'],
    ['stars', 'stars'],
  ] as const)
    expect([sort, falls((await listModules({ sort, limit: 100 })).items.map((item) => item[of]))]).toEqual([
      sort,
      true,
    ]);
  for (const [sort, of] of [
    ['updated', 'updatedAt'],
    ['new', 'publishedAt'],
  ] as const)
    expect([sort, falls((await listModules({ sort, limit: 100 })).items.map((item) => Date.parse(item[of])))]).toEqual([
      sort,
      true,
    ]);
});

it('puts the exact name first, then name and title, then the rest', async () => {
  expect(await names({ q: 'aurora' })).toEqual(['aurora', 'northern-sky', 'plain-sky']);
  expect(await names({ q: 'AURORA  ' })).toEqual(['aurora', 'northern-sky', 'plain-sky']);
});

it('wants every word, finds beginnings, and combines words with filters', async () => {
  expect(await names({ q: 'aurora noon' })).toEqual(['northern-sky']);
  expect(await names({ q: 'auro noo' })).toEqual(['northern-sky']);
  expect(await names({ q: 'aurora', tag: 'polar' })).toEqual(['plain-sky']);
  expect(await names({ q: 'aurora', author: 'nobody' })).toEqual([]);
  expect(await names({ q: '!!! ???', author: ada.username })).toHaveLength(3);
  expect((await suggestModules('auro')).map(({ name }) => name).sort()).toEqual(['aurora', 'northern-sky']);
  expect((await suggestModules('aurora'))[0]?.name).toBe('aurora');
});

it('counts what it lists, and facets add up', async () => {
  const { total, facets, totalIsBound } = await listModules({ limit: 1 });
  expect([total, totalIsBound]).toEqual([await ModuleModel.countDocuments({ visibility: 'public' }), false]);
  expect(facets.kind.reduce((sum, { count }) => sum + count, 0)).toBe(total);
  for (const { value, count } of facets.kind) {
    const page = await listModules({ kind: value as 'prompt', limit: 1 });
    expect([value, page.total]).toEqual([value, count]);
  }
});

it('refuses a cursor of another list, a forged one, and a half one', async () => {
  const { nextCursor } = await listModules({ sort: 'stars', limit: 5 });
  const own = nextCursor ?? '';
  const forged = Buffer.from(JSON.stringify({ l: 'x', p: 0, v: 1, i: 'a'.repeat(24) })).toString('base64url');
  expect(await refusalOf(listModules({ sort: 'stars', cursor: own }))).toBe('none');
  for (const input of [
    { sort: 'downloads', cursor: own },
    { sort: 'stars', kind: 'prompt', cursor: own },
    { sort: 'stars', cursor: forged },
    { sort: 'stars', cursor: own.slice(0, -2) },
    { sort: 'stars', cursor: 'x' },
  ] satisfies ListModulesInput[])
    expect([input, await refusalOf(listModules(input))]).toEqual([input, 'invalid_cursor']);
});

it('shows changed words, and no longer finds the old ones', async () => {
  await publish(ada, 'renamed', { manifest: { title: 'Before', keywords: ['oldword'] } });
  expect(await names({ tag: 'oldword' })).toEqual(['renamed']);
  await updateListing({ namespace: ada.username, name: 'renamed', title: 'Afterwards', keywords: ['newword'] }, ada);
  expect(await names({ tag: 'oldword' })).toEqual([]);
  expect(await names({ q: 'afterw', tag: 'newword' })).toEqual(['renamed']);
});
