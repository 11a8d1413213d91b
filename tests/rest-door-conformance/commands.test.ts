import { describe, expect, test } from 'vitest';
import { doors } from './doors';

describe.each(doors)('commands at the $name door', ({ redis, fresh }) => {
  test.each<[string, unknown]>([
    ['text', 'naïve 日本 🎉'],
    ['a number', 42],
    ['zero', 0],
    ['false', false],
    ['an object', { a: [1, 'zwei', null, { b: true }] }],
    ['a list', [1, 2, 3]],
    ['the word OK', 'OK'],
    ['what looks like base64', 'T0s='],
    ['a line break and quotes', 'a\r\n"b"\\'],
    ['200 kB', 'x'.repeat(200_000)],
  ])('%s is read as it was written', async (_, value) => {
    const key = fresh();
    expect(await redis.set(key, value)).toBe('OK');
    expect(await redis.get(key)).toEqual(value);
    expect((await redis.mget(key, fresh()))[0]).toEqual(value);
  });

  test('what is absent is null', async () => {
    expect(await redis.get(fresh())).toBeNull();
    expect(await redis.mget(fresh(), fresh())).toEqual([null, null]);
    expect(await redis.pttl(fresh())).toBe(-2);
    expect(await redis.del(fresh())).toBe(0);
  });

  test('a key set only when absent, with its life', async () => {
    const key = fresh();
    expect(await redis.set(key, 'first', { nx: true, px: 60_000 })).toBe('OK');
    expect(await redis.set(key, 'second', { nx: true, px: 60_000 })).toBeNull();
    expect(await redis.get(key)).toBe('first');
    const left = await redis.pttl(key);
    expect(left).toBeGreaterThan(55_000);
    expect(left).toBeLessThanOrEqual(60_000);
    await redis.set(key, 'third', { ex: 10 });
    expect(await redis.ttl(key)).toBeLessThanOrEqual(10);
    expect(await redis.expire(key, 100)).toBe(1);
    expect(await redis.ttl(key)).toBeGreaterThan(10);
  });

  test('a key whose life is over is gone', async () => {
    const key = fresh();
    await redis.set(key, 'x', { px: 20 });
    await expect.poll(() => redis.get(key), { timeout: 5000 }).toBeNull();
  });

  test('counting', async () => {
    const key = fresh();
    const counts = await Promise.all(Array.from({ length: 50 }, () => redis.incr(key)));
    expect(new Set(counts).size).toBe(50);
    expect(await redis.get(key)).toBe(50);
    expect(await redis.incrby(key, 5)).toBe(55);
    expect(await redis.decr(key)).toBe(54);
    expect(await redis.exists(key, fresh())).toBe(1);
    expect(await redis.del(key)).toBe(1);
  });

  test('hashes, sorted sets, sets and lists', async () => {
    const key = fresh();
    expect(await redis.hset(`${key}h`, { a: 1, b: { c: 2 } })).toBe(2);
    expect(await redis.hgetall(`${key}h`)).toEqual({ a: 1, b: { c: 2 } });
    expect(await redis.hget(`${key}h`, 'a')).toBe(1);
    expect(await redis.hincrby(`${key}h`, 'a', 2)).toBe(3);
    expect(await redis.zadd(`${key}z`, { score: 2, member: 'two' }, { score: 1, member: 'one' })).toBe(2);
    expect(await redis.zrange(`${key}z`, 0, -1, { withScores: true })).toEqual(['one', 1, 'two', 2]);
    expect(await redis.zscore(`${key}z`, 'two')).toBe(2);
    expect(await redis.sadd(`${key}s`, 'x', 'y')).toBe(2);
    expect(await redis.sismember(`${key}s`, 'x')).toBe(1);
    expect(await redis.rpush(`${key}l`, 'a', 'b')).toBe(2);
    expect(await redis.lrange(`${key}l`, 0, -1)).toEqual(['a', 'b']);
    expect(await redis.type(`${key}l`)).toBe('list');
  });

  test('keys are found by pattern, page by page', async () => {
    const key = fresh();
    await redis.mset(Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`${key}:${n}`, n])));
    const found = new Set<string>();
    let cursor = '0';
    do {
      const [next, keys] = await redis.scan(cursor, { match: `${key}:*`, count: 10 });
      for (const each of keys) found.add(each);
      cursor = String(next);
    } while (cursor !== '0');
    expect(found.size).toBe(30);
  });

  test('a wrong command throws its reason', async () => {
    const key = fresh();
    await redis.set(key, 'text');
    await expect(redis.hgetall(key)).rejects.toThrow(/WRONGTYPE/);
    await expect(redis.incr(key)).rejects.toThrow(/not an integer/);
    await expect(redis.ping()).resolves.toBe('PONG');
  });
});
