import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { cached, catalogueGeneration } from '@/lib/infra/cache';
import { bumpCatalogueGeneration, dropKeys } from '@/lib/infra/cache-drops';
import { cacheKeys } from '@/lib/infra/cache-keys';
import { invalidate } from '@/lib/infra/invalidate';
import { redis } from '@/lib/infra/redis';
import { until } from '../support/until';

let keys = 0;

function freshKey(): string {
  keys += 1;
  return `test:${keys}`;
}

/** A source whose loads are counted, and whose answer may be changed or held back. */
function sourceOf<T>(value: T) {
  const source = { value, loads: 0, gate: Promise.resolve() };
  const load = async () => {
    source.loads += 1;
    const read = source.value;
    await source.gate;
    return read;
  };
  return { source, load };
}

const put = (key: string, envelope: unknown) => redis().set(key, envelope);
/** A cache that takes longer than 120 ms is a miss by design, and a machine with other work to do may be that slow. */
const PATIENT = { retry: 4 };
const number = { ttlSeconds: 60, schema: z.number() };

describe('a hit', PATIENT, () => {
  it.each([0, false, '', null])('is %j too', async (value) => {
    const key = freshKey();
    await put(key, { at: Date.now(), value });
    const { source, load } = sourceOf<unknown>('loaded');
    expect(await cached({ key, ttlSeconds: 60, schema: z.unknown() }, load)).toBe(value);
    expect(source.loads).toBe(0);
  });

  it.each([0, false, '', null])('is %j after it was loaded', async (value) => {
    const key = freshKey();
    const { source, load } = sourceOf<unknown>(value);
    for (let reads = 0; reads < 3; reads += 1)
      expect(await cached({ key, ttlSeconds: 60, schema: z.unknown() }, load)).toBe(value);
    expect(source.loads).toBe(1);
  });

  it.each([
    ['another shape', { at: Date.now(), value: 'seven' }],
    ['no moment', { value: 7 }],
    ['a moment of another kind', { at: 'today', value: 7 }],
    ['text', 'garbage'],
    ['a number', 7],
    ['a list', [7]],
    ['half a JSON', '{"at":1,'],
  ])('is not a value with %s', async (_, stored) => {
    const key = freshKey();
    await put(key, stored);
    const { source, load } = sourceOf(8);
    expect(await cached({ key, ...number }, load)).toBe(8);
    expect(source.loads).toBe(1);
    expect(await redis().get(key)).toMatchObject({ value: 8 });
  });
});

describe('a miss', PATIENT, () => {
  it('of a thousand readers at once loads once', async () => {
    const key = freshKey();
    const { source, load } = sourceOf(5);
    source.gate = setTimeout(50);
    const values = await Promise.all(Array.from({ length: 1000 }, () => cached({ key, ...number }, load)));
    expect(new Set(values)).toEqual(new Set([5]));
    expect(source.loads).toBeLessThanOrEqual(2);
  });

  it('whose load fails is everybody’s failure and is not kept', async () => {
    const key = freshKey();
    let loads = 0;
    const load = async () => {
      loads += 1;
      if (loads === 1) throw new Error('broken');
      return 9;
    };
    const first = await Promise.allSettled([cached({ key, ...number }, load), cached({ key, ...number }, load)]);
    expect(first.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await cached({ key, ...number }, load)).toBe(9);
  });
});

describe('an old value', PATIENT, () => {
  const stale = (value: number) => ({ at: Date.now() - 61_000, value });

  it('is given at once while one load renews it', async () => {
    const key = freshKey();
    await put(key, stale(1));
    const { source, load } = sourceOf(2);
    const values = await Promise.all(Array.from({ length: 100 }, () => cached({ key, ...number }, load)));
    expect(new Set(values)).toEqual(new Set([1]));
    expect(
      await until(
        () => cached({ key, ...number }, load),
        (value) => value === 2,
      ),
    ).toBe(2);
    expect(source.loads).toBe(1);
  });

  it('stays when its renewal fails', async () => {
    const key = freshKey();
    await put(key, stale(1));
    const load = async () => Promise.reject<number>(new Error('the source is down'));
    expect(await cached({ key, ...number }, load)).toBe(1);
    expect(await cached({ key, ...number }, load)).toBe(1);
  });
});

describe('a drop', PATIENT, () => {
  it('makes the next read load again', async () => {
    const key = freshKey();
    const { source, load } = sourceOf(1);
    await cached({ key, ...number }, load);
    source.value = 2;
    expect(await cached({ key, ...number }, load)).toBe(1);
    await dropKeys([key]);
    expect(await cached({ key, ...number }, load)).toBe(2);
  });

  it.each([
    ['a load', undefined],
    ['a renewal', { at: Date.now() - 61_000, value: 1 }],
  ])('is not undone by %s that began before it', async (_, stored) => {
    const key = freshKey();
    if (stored) await put(key, stored);
    const { source, load } = sourceOf(1);
    let open = () => {};
    source.gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const early = cached({ key, ...number }, load);
    await until(
      async () => source.loads,
      (loads) => loads === 1,
    );
    source.value = 2;
    await dropKeys([key]);
    open();
    expect(await early).toBe(1);
    expect(await cached({ key, ...number }, load)).toBe(2);
    await setTimeout(20);
    expect(await redis().get(key)).toMatchObject({ value: 2 });
  });
});

describe('an event', PATIENT, () => {
  const ref = { namespace: 'ada', name: 'sample' };

  it('drops the keys that it made stale, and no others', async () => {
    const [stale, kept] = [cacheKeys.module('ada', 'sample'), cacheKeys.module('ada', 'other')];
    for (const key of [stale, kept]) await put(key, { at: Date.now(), value: 1 });
    await invalidate({ type: 'starChanged', ...ref });
    expect([await redis().exists(stale), await redis().exists(kept)]).toEqual([0, 1]);
  });

  it('moves the generation of lists when lists change, and only then', async () => {
    const before = await catalogueGeneration();
    await invalidate({ type: 'starChanged', ...ref });
    expect(await catalogueGeneration()).toBe(before);
    await invalidate({ type: 'listingChanged', kind: 'prompt', ...ref });
    expect(await catalogueGeneration()).toBe(before + 1);
    await bumpCatalogueGeneration();
    expect(await redis().get(cacheKeys.catalogueGeneration())).toBe(before + 2);
  });
});
