import { expect, it } from 'vitest';
import { refreshRanks } from '@/lib/discovery/commands';
import { listModules } from '@/lib/discovery/queries';
import { getModule } from '@/lib/modules/queries';
import { setStar } from '@/lib/stars/commands';
import { hasStarred } from '@/lib/stars/queries';
import { ModuleModel } from '@/models/module-kinds';
import { StarModel } from '@/models/star';
import type { Actor } from '@/types/actor';
import { Random } from '../support/archives/random';
import { person, publish, refusalOf } from '../support/builders';
import { onOwnDatabase } from '../support/database';

onOwnDatabase();

/** People without accounts: a star knows its giver by the identity provider's id alone. */
const crowd = (size: number): Actor[] =>
  Array.from({ length: size }, (_, index) => ({
    userId: `user_crowd_${index}`,
    username: `crowd-${index}`,
    roles: [],
    scopes: ['read', 'manage'],
  }));

async function starredModule() {
  const ada = await person();
  await publish(ada, 'bright');
  const ref = { namespace: ada.username, name: 'bright' };
  const counter = async () => (await ModuleModel.findOne(ref).lean())?.stars;
  const star = (actor: Actor, starred = true) => setStar({ ...ref, starred }, actor);
  return { ref, counter, star, rows: () => StarModel.countDocuments(ref) };
}

it('counts two hundred stars given at once as two hundred', async () => {
  const { ref, counter, star, rows } = await starredModule();
  await Promise.all(crowd(200).map((actor) => star(actor)));
  expect([await counter(), await rows()]).toEqual([200, 200]);
  expect((await getModule(ref.namespace, ref.name, null))?.stars).toBe(200);
});

it('counts one person once, however often and however fast they press', async () => {
  const { counter, star } = await starredModule();
  const ada = await person();
  const answers = await Promise.all(Array.from({ length: 50 }, () => star(ada)));
  expect(answers.every(({ starred, stars }) => starred && stars <= 1)).toBe(true);
  expect(await counter()).toBe(1);
  await Promise.all(Array.from({ length: 50 }, () => star(ada, false)));
  expect(await counter()).toBe(0);
});

it('ends a storm of stars given and taken back at the size of the set', async () => {
  const { counter, star, rows } = await starredModule();
  const people = crowd(40);
  const random = new Random(7);
  const presses = Array.from({ length: 400 }, () => ({ actor: random.pick(people), starred: random.next() < 0.5 }));
  // The pool of connections answers 503 to whoever waits too long: a storm comes in waves that it can take.
  for (let from = 0; from < presses.length; from += 100)
    await Promise.all(presses.slice(from, from + 100).map(({ actor, starred }) => star(actor, starred)));
  const size = await rows();
  expect(size).toBeGreaterThan(0);
  expect(await counter()).toBe(size);
});

it('tells a person whether the star is theirs', async () => {
  const { ref, star } = await starredModule();
  const [ada, eve] = [await person(), await person()];
  await star(ada);
  expect(await hasStarred(ref.namespace, ref.name, ada)).toBe(true);
  expect(await hasStarred(ref.namespace, ref.name, eve)).toBe(false);
  expect(await hasStarred(ref.namespace, ref.name, null)).toBe(false);
});

it('moves a module up in the lists once ranks are refreshed', async () => {
  const ada = await person();
  for (const name of ['first', 'second']) await publish(ada, name);
  const order = async () => (await listModules({ author: ada.username, sort: 'stars' })).items.map(({ name }) => name);
  for (const actor of crowd(3)) await setStar({ namespace: ada.username, name: 'first', starred: true }, actor);
  await refreshRanks();
  expect(await order()).toEqual(['first', 'second']);
  for (const actor of crowd(5)) await setStar({ namespace: ada.username, name: 'second', starred: true }, actor);
  await refreshRanks();
  expect(await order()).toEqual(['second', 'first']);
});

it('refuses a module that is not there', async () => {
  const ada = await person();
  expect(await refusalOf(setStar({ namespace: ada.username, name: 'nothing', starred: true }, ada))).toBe('not_found');
  expect(await StarModel.countDocuments({ userId: ada.userId })).toBe(0);
});
