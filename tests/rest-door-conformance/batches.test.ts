import { createHash } from 'node:crypto';
import { Ratelimit } from '@upstash/ratelimit';
import { describe, expect, test } from 'vitest';
import { doors } from './doors';

const SCRIPT = "redis.call('SET', KEYS[1], ARGV[1]) return {KEYS[1], ARGV[1], redis.call('INCRBY', KEYS[1], 2), 'ü'}";

describe.each(doors)('batches and scripts at the $name door', ({ redis, fresh }) => {
  test('a pipeline answers each command', async () => {
    const key = fresh();
    const answers = await redis.pipeline().set(key, 1).incr(key).get(key).get(fresh()).exec();
    expect(answers).toEqual(['OK', 2, 2, null]);
  });

  test('a pipeline goes on behind a failing command', async () => {
    const key = fresh();
    const answers = await redis.pipeline().set(key, 'x').incr(key).get(key).exec({ keepErrors: true });
    expect(answers[0]).toMatchObject({ result: 'OK' });
    expect(answers[1]?.error).toMatch(/not an integer/);
    expect(answers[2]).toMatchObject({ result: 'x' });
  });

  test('a transaction runs as one', async () => {
    const key = fresh();
    const runs = Array.from({ length: 20 }, () => redis.multi().incr(key).incr(key).exec<[number, number]>());
    for (const [first, second] of await Promise.all(runs)) expect(second - first).toBe(1);
    expect(await redis.get(key)).toBe(40);
  });

  test('a script by its text, by its hash, and one that is not known', async () => {
    const key = fresh();
    expect(await redis.eval(SCRIPT, [key], ['40'])).toEqual([key, 40, 42, 'ü']);
    const hash = createHash('sha1').update(SCRIPT).digest('hex');
    expect(await redis.scriptLoad(SCRIPT)).toBe(hash);
    expect(await redis.evalsha(hash, [key], ['1'])).toEqual([key, 1, 3, 'ü']);
    await expect(redis.evalsha('f'.repeat(40), [key], [])).rejects.toThrow(/NOSCRIPT/);
    await expect(redis.eval('return redis.call("NOPE")', [], [])).rejects.toThrow(/ERR/);
  });

  test('a sliding window lets exactly its number pass, however many ask at once', async () => {
    const limit = () =>
      new Ratelimit({
        redis,
        limiter: Ratelimit.slidingWindow(7, '60 s'),
        prefix: fresh('limit'),
        timeout: 0,
        ephemeralCache: false,
      });
    const one = limit();
    const answers = await Promise.all(Array.from({ length: 40 }, () => one.limit('somebody')));
    expect(answers.filter(({ success }) => success)).toHaveLength(7);
    expect((await one.limit('somebody else')).success).toBe(true);
    const other = limit();
    const remaining = [];
    for (let i = 0; i < 3; i += 1) remaining.push((await other.limit('somebody')).remaining);
    expect(remaining).toEqual([6, 5, 4]);
    expect((await other.getRemaining('somebody')).remaining).toBe(4);
  });
});
