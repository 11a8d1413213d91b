import { expect, it } from 'vitest';
import { countRequest, LIMITS, type LimitName } from '@/lib/infra/rate-limit';

/** While the cache is slow each process counts for itself, and a busy machine may be that slow: then a new crowd tries. */
const PATIENT = { retry: 4 };
let crowds = 0;
const crowd = () => {
  crowds += 1;
  return `crowd-${crowds}`;
};

/** The shared counter of the cache lets exactly so many pass, also when they come at once. */
it.each(['signIn', 'write', 'newModule'] satisfies LimitName[])(
  'lets the stated number of %s through',
  PATIENT,
  async (name) => {
    const who = crowd();
    const { requests, seconds } = LIMITS[name];
    const states = await Promise.all(Array.from({ length: requests + 20 }, () => countRequest(name, who)));
    expect(states.filter(({ allowed }) => allowed)).toHaveLength(requests);
    const last = await countRequest(name, who);
    expect(last).toMatchObject({ name, allowed: false, limit: requests, remaining: 0, windowSeconds: seconds });
    expect(last.resetSeconds).toBeGreaterThanOrEqual(1);
    expect(last.resetSeconds).toBeLessThanOrEqual(seconds);
  },
);

it('counts each person for themselves, and each limit for itself', PATIENT, async () => {
  const [ada, eve] = [crowd(), crowd()];
  for (let times = 0; times < LIMITS.signIn.requests + 1; times += 1) await countRequest('signIn', ada);
  expect((await countRequest('signIn', ada)).allowed).toBe(false);
  expect((await countRequest('signIn', eve)).allowed).toBe(true);
  expect((await countRequest('write', ada)).allowed).toBe(true);
});

it('says how many are left', PATIENT, async () => {
  const reader = crowd();
  const first = await countRequest('tokenRead', reader);
  const second = await countRequest('tokenRead', reader);
  expect([first.remaining, second.remaining]).toEqual([999, 998]);
});
