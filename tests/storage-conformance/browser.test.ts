import { describe, expect, test } from 'vitest';
import { TEST_ORIGIN } from '../support/engines';
import { downloadLink, send, stored, targets, uploadLink } from './targets';

describe('browsers at the embedded storage', () => {
  const [target] = targets;
  if (!target) throw new Error('There is always the embedded target.');
  const ask = (origin: string) => ({
    origin,
    'access-control-request-method': 'PUT',
    'access-control-request-headers': 'content-type,if-none-match,x-amz-checksum-sha256',
  });

  test("the site's pages may upload and read, others may not", async () => {
    const { url } = await uploadLink(target, target.fresh(), 'x');
    const allowed = await send(url, 'OPTIONS', ask(TEST_ORIGIN));
    expect(allowed).toMatchObject({ status: 204, headers: { 'access-control-allow-origin': TEST_ORIGIN } });
    expect(allowed.headers['access-control-allow-headers']).toContain('x-amz-checksum-sha256');
    const refused = await send(url, 'OPTIONS', ask('http://localhost:3001'));
    expect(refused.status).toBe(403);
    expect(refused.headers['access-control-allow-origin']).toBeUndefined();
  });

  test('answers and refusals alike can be read by the site', async () => {
    const link = await downloadLink(target, await stored(target));
    const origin = { origin: TEST_ORIGIN };
    expect((await send(link, 'GET', origin)).headers['access-control-allow-origin']).toBe(TEST_ORIGIN);
    expect((await send(`${link}0`, 'GET', origin)).headers['access-control-allow-origin']).toBe(TEST_ORIGIN);
    expect((await send(link, 'GET', { origin: 'null' })).headers['access-control-allow-origin']).toBeUndefined();
  });
});
