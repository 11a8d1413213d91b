import { afterEach, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { listModules } from '@/lib/discovery/queries';
import { cached } from '@/lib/infra/cache';
import { dropKeys } from '@/lib/infra/cache-drops';
import { cacheBreaker } from '@/lib/infra/cache-state';
import { countRequest, LIMITS } from '@/lib/infra/rate-limit';
import { updateListing } from '@/lib/modules/commands';
import { getModule } from '@/lib/modules/queries';
import type { Actor } from '@/types/actor';
import { person, publish } from '../support/builders';
import { type DoorMood, putCacheDoor } from '../support/cache-door';
import { onOwnDatabase } from '../support/database';
import { until } from '../support/until';

const door = putCacheDoor();
onOwnDatabase();

const BROKEN: DoorMood[] = ['hung', 'refusing', 'failing', 'lying'];
let ada: Actor;
let names = 0;

beforeAll(async () => {
  ada = await person();
});

/** Waits until the breaker lets requests through again. */
const settled = () =>
  until(
    async () => cacheBreaker.isOpen,
    (isOpen) => !isOpen,
  );

afterEach(async () => {
  door.mood = 'open';
  await settled();
});

async function freshModule(): Promise<string> {
  names += 1;
  const name = `module-${'abcdefghij'.charAt(names)}`;
  await publish(ada, name);
  return name;
}

it.each(BROKEN)('answers past a cache that is %s, and soon leaves it alone', async (mood) => {
  door.mood = mood;
  // A door that hangs never answers: whoever gets the value did not wait for it.
  const read = (key: string) => cached({ key: `away:${key}`, ttlSeconds: 60, schema: z.number() }, async () => 7);
  expect(await read(`${mood}:first`)).toBe(7);
  expect(await read(`${mood}:second`)).toBe(7);
  if (mood === 'lying') return;
  expect(cacheBreaker.isOpen).toBe(true);
  const requests = door.requests;
  expect(await read(`${mood}:third`)).toBe(7);
  expect(door.requests).toBe(requests);
});

it.each(BROKEN)('lists, shows and publishes while the cache is %s, and still hides what is private', async (mood) => {
  const name = await freshModule();
  door.mood = mood;
  expect((await getModule(ada.username, name, null))?.name).toBe(name);
  expect((await listModules({ author: ada.username })).items.map((item) => item.name)).toContain(name);
  await publish(ada, name, { version: '2.0.0' });
  expect((await getModule(ada.username, name, null))?.version).toBe('2.0.0');
  await updateListing({ namespace: ada.username, name, visibility: 'private' }, ada);
  expect(await getModule(ada.username, name, null)).toBeNull();
  expect(await getModule(ada.username, name, ada)).not.toBeNull();
});

it('does not bring back what was dropped while it was away', async () => {
  const name = await freshModule();
  expect(await getModule(ada.username, name, null)).not.toBeNull();
  const listed = async () => (await listModules({ author: ada.username })).items.map((item) => item.name);
  expect(await listed()).toContain(name);
  door.mood = 'hung';
  await updateListing({ namespace: ada.username, name, visibility: 'private' }, ada);
  door.mood = 'open';
  await settled();
  const requests = door.requests;
  expect(await getModule(ada.username, name, null)).toBeNull();
  expect(await listed()).not.toContain(name);
  expect(door.requests).toBeGreaterThan(requests);
});

it('stops asking a cache that is gone, and asks again later', async () => {
  door.mood = 'refusing';
  const read = (key: string) => cached({ key, ttlSeconds: 60, schema: z.number() }, async () => 1);
  for (let times = 0; times < 3; times += 1) await read(`gone:${times}`);
  const requests = door.requests;
  for (let times = 3; times < 100; times += 1) await read(`gone:${times}`);
  expect(door.requests).toBe(requests);
  door.mood = 'open';
  await settled();
  await dropKeys(['gone:0']);
  expect(door.requests).toBeGreaterThan(requests);
});

it('counts requests by itself while the cache is away, and refuses past the limit', async () => {
  door.mood = 'refusing';
  const states = [];
  for (let times = 0; times <= LIMITS.signIn.requests; times += 1) states.push(await countRequest('signIn', 'visitor'));
  expect(states.map(({ allowed }) => allowed)).toEqual([...Array(LIMITS.signIn.requests).fill(true), false]);
  expect(states.at(-1)).toMatchObject({ remaining: 0, limit: LIMITS.signIn.requests, windowSeconds: 900 });
  expect((await countRequest('signIn', 'another visitor')).allowed).toBe(true);
});
