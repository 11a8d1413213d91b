import { expect, it } from 'vitest';
import {
  addToCollection,
  createCollection,
  deleteCollection,
  removeFromCollection,
  updateCollection,
} from '@/lib/collections/commands';
import { getCollection, listOwnCollections, listPublicCollections } from '@/lib/collections/queries';
import { CollectionModel } from '@/models/collection';
import type { Actor } from '@/types/actor';
import { person, publish, refusalOf } from '../support/builders';
import { onOwnDatabase } from '../support/database';

onOwnDatabase();

const begin = (actor: Actor, title: string, visibility: 'public' | 'private' = 'public') =>
  createCollection({ title, description: '', visibility }, actor);

async function withModules(names: string[]) {
  const ada = await person();
  for (const name of names) await publish(ada, name);
  const { slug } = await begin(ada, 'My Desk');
  const add = (name: string, note = '') => addToCollection({ slug, namespace: ada.username, name, note }, ada);
  const items = async (actor: Actor | null = null) =>
    (await getCollection(ada.username, slug, actor))?.items.map(({ module, note }) => [module.name, note]);
  return { ada, slug, add, items };
}

it('keeps modules in the order of adding, once each, with a note that may change', async () => {
  const { add, items } = await withModules(['one', 'two']);
  await add('two', 'for the evening');
  await add('one');
  await add('two', 'for the morning');
  expect(await items()).toEqual([
    ['two', 'for the morning'],
    ['one', ''],
  ]);
});

it('adds a module once when it is added twenty times at once', async () => {
  const { add, items } = await withModules(['one']);
  await Promise.all(Array.from({ length: 20 }, () => add('one', 'x')));
  expect(await items()).toEqual([['one', 'x']]);
});

it('takes out what is there and does not mind what is not', async () => {
  const { ada, slug, add, items } = await withModules(['one', 'two']);
  await add('one');
  for (const name of ['one', 'two', 'one']) await removeFromCollection({ slug, namespace: ada.username, name }, ada);
  expect(await items()).toEqual([]);
});

it('makes an address of the title, and refuses the same one twice', async () => {
  const ada = await person();
  expect(await begin(ada, 'Été à Paris!')).toEqual({ owner: ada.username, slug: 'ete-a-paris' });
  expect(await begin(ada, '日本')).toEqual({ owner: ada.username, slug: 'collection' });
  expect(await refusalOf(begin(ada, 'ete a paris'))).toBe('collection_exists');
});

it('lets one of ten begin a collection of one title', async () => {
  const ada = await person();
  const outcomes = await Promise.all(Array.from({ length: 10 }, () => refusalOf(begin(ada, 'Race'))));
  expect(outcomes.filter((outcome) => outcome === 'none')).toHaveLength(1);
});

it('shows a private collection to its owner alone, also after it changes sides', async () => {
  const [ada, eve] = [await person(), await person()];
  const { slug } = await begin(ada, 'Secret', 'private');
  const seenBy = async (actor: Actor | null) => (await getCollection(ada.username, slug, actor)) !== null;
  expect([await seenBy(ada), await seenBy(eve), await seenBy(null)]).toEqual([true, false, false]);
  expect([(await listPublicCollections(ada.username)).length, (await listOwnCollections(ada)).length]).toEqual([0, 1]);
  await updateCollection({ slug, visibility: 'public' }, ada);
  expect([await seenBy(eve), await seenBy(null)]).toEqual([true, true]);
  await updateCollection({ slug, visibility: 'private' }, ada);
  expect([await seenBy(eve), await seenBy(null)]).toEqual([false, false]);
});

it('is changed and removed by its owner alone', async () => {
  const { ada, slug, add } = await withModules(['one']);
  const eve = await person();
  await add('one');
  const attempts = [
    updateCollection({ slug, title: 'Mine now' }, eve),
    deleteCollection({ slug }, eve),
    addToCollection({ slug, namespace: ada.username, name: 'one', note: '' }, eve),
    removeFromCollection({ slug, namespace: ada.username, name: 'one' }, eve),
  ];
  expect(await Promise.all(attempts.map(refusalOf))).toEqual(Array(4).fill('not_found'));
  expect((await getCollection(ada.username, slug, null))?.title).toBe('My Desk');
  await deleteCollection({ slug }, ada);
  expect(await getCollection(ada.username, slug, ada)).toBeNull();
  expect(await refusalOf(deleteCollection({ slug }, ada))).toBe('not_found');
});

it('holds two hundred modules and no more', async () => {
  const { ada, slug, add } = await withModules(['one', 'two', 'three']);
  const filler = Array.from({ length: 198 }, (_, index) => ({ namespace: 'gone', name: `gone-${index}`, note: '' }));
  await CollectionModel.updateOne({ owner: ada.username, slug }, { $set: { items: filler } });
  const outcomes = await Promise.all(['one', 'two', 'three'].map((name) => refusalOf(add(name))));
  expect([...outcomes].sort()).toEqual(['invalid_input', 'none', 'none']);
  expect((await getCollection(ada.username, slug, null))?.items).toHaveLength(2);
});
