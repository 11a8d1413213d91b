import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { addressOf } from '@/lib/infra/address';
import { Breaker } from '@/lib/infra/breaker';
import { Semaphore } from '@/lib/infra/semaphore';

const fail = () => Promise.reject(new Error('broken'));
const hang = () => new Promise<string>(() => {});
const breaker = () => new Breaker({ timeoutMs: 20, threshold: 2, coolDownMs: 60 });

describe('a breaker', () => {
  it('gives the value, or the fallback for a failure and for silence', async () => {
    expect(await breaker().run(async () => 'value', 'fallback')).toBe('value');
    expect(await breaker().run(fail, 'fallback')).toBe('fallback');
    expect(await breaker().run(hang, 'fallback')).toBe('fallback');
  });

  it('opens after failures in a row, and lets one through again after a while', async () => {
    const guard = breaker();
    let calls = 0;
    const count = async () => {
      calls += 1;
      return fail();
    };
    for (let times = 0; times < 10; times += 1) await guard.run(count, null);
    expect([calls, guard.isOpen]).toEqual([2, true]);
    await setTimeout(80);
    expect(guard.isOpen).toBe(false);
    await guard.run(count, null);
    expect([calls, guard.isOpen]).toEqual([3, true]);
  });

  it('forgives failures that are not in a row', async () => {
    const guard = breaker();
    for (let times = 0; times < 5; times += 1) {
      await guard.run(fail, null);
      await guard.run(async () => 1, null);
    }
    expect(guard.isOpen).toBe(false);
  });
});

it('a semaphore lets so many work at once, all in the end, and minds no failure', async () => {
  const slots = new Semaphore(2);
  let [running, most] = [0, 0];
  const work = async (index: number) => {
    running += 1;
    most = Math.max(most, running);
    await setTimeout(2);
    running -= 1;
    return index % 3 === 0 ? fail() : index;
  };
  const done = await Promise.allSettled(Array.from({ length: 20 }, (_, index) => slots.run(() => work(index))));
  expect([most, done.filter(({ status }) => status === 'fulfilled').length]).toEqual([2, 13]);
});

describe('the address of a request', () => {
  it.each([
    [undefined, 'unknown'],
    ['', 'unknown'],
    ['203.0.113.7', '203.0.113.7'],
    ['6.6.6.6, 203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '::ffff:203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2:ffff::1', '2001:db8:1:2'],
  ])('behind %j is %s', (forwarded, address) => {
    expect(addressOf(new Headers(forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }))).toBe(address);
  });

  it.each([
    ['2001:db8::1', '2001:db8::2'],
    ['2001:db8::1', '2001:db8:0:0:1::9'],
  ])('%s and %s count as one subscriber', (one, other) => {
    const of = (text: string) => addressOf(new Headers({ 'x-forwarded-for': text }));
    expect(of(one)).toBe(of(other));
  });

  it('of another subscriber is another', () => {
    const of = (text: string) => addressOf(new Headers({ 'x-forwarded-for': text }));
    expect(of('2001:db8:0:1::1')).not.toBe(of('2001:db8:0:2::1'));
    expect(of('2001:db8::1:0:0:1')).not.toBe(of('2001:db9::1:0:0:1'));
  });
});
