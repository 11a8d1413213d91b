import { connect } from 'node:net';
import { connect as secureConnect } from 'node:tls';
import { describe, expect, test } from 'vitest';
import { send, sha256Base64, sizeOf, targets, uploadLink } from './targets';

const BYTES = 'the promised bytes';

describe.each(targets)('uploads to $name', (target) => {
  test('exactly the promised bytes are taken', async () => {
    const key = target.fresh();
    const { url, headers } = await uploadLink(target, key, BYTES);
    expect((await send(url, 'PUT', headers, BYTES)).status).toBe(200);
    expect(await sizeOf(target, key)).toBe(BYTES.length);
  });

  test.each([
    ['a shorter body', { 'content-length': '5' }, BYTES.slice(0, 5), 403],
    ['a longer body', { 'content-length': '19' }, `${BYTES}!`, 403],
    ['another type', { 'content-type': 'text/html' }, BYTES, 403],
    ['another checksum', { 'x-amz-checksum-sha256': sha256Base64('other') }, BYTES, 403],
    ['other bytes of the same length', {}, BYTES.toUpperCase(), 400],
  ])('%s is refused and nothing is stored', async (_, changed, body, status) => {
    const key = target.fresh();
    const { url, headers } = await uploadLink(target, key, BYTES);
    expect((await send(url, 'PUT', { ...headers, ...changed }, body)).status).toBe(status);
    expect(await sizeOf(target, key)).toBeNull();
  });

  test.each(['content-length', 'content-type', 'if-none-match', 'x-amz-checksum-sha256'])(
    'leaving out the signed %s is refused',
    async (name) => {
      const key = target.fresh();
      const { url, headers } = await uploadLink(target, key, BYTES);
      const { [name as keyof typeof headers]: _, ...rest } = headers;
      const { status } = await send(url, 'PUT', rest, name === 'content-length' ? '' : BYTES);
      expect([400, 403, 411]).toContain(status);
      expect(await sizeOf(target, key)).toBeNull();
    },
  );

  test('a link works once: a second PUT finds the object there', async () => {
    const key = target.fresh();
    const { url, headers } = await uploadLink(target, key, BYTES);
    await send(url, 'PUT', headers, BYTES);
    expect((await send(url, 'PUT', headers, BYTES)).status).toBe(412);
  });

  test('of many PUTs at once exactly one wins', async () => {
    const key = target.fresh();
    const { url, headers } = await uploadLink(target, key, BYTES);
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(url, 'PUT', headers, BYTES)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 412 || status === 409)).toHaveLength(19);
  });

  test('an upload that breaks off leaves nothing', async () => {
    const key = target.fresh();
    const { url, headers } = await uploadLink(target, key, BYTES);
    const { hostname, port, host, pathname, search, protocol } = new URL(url);
    const lines = Object.entries({ host, ...headers }).map(([name, value]) => `${name}: ${value}`);
    const isSecure = protocol === 'https:';
    const socket = isSecure ? secureConnect(Number(port || 443), hostname) : connect(Number(port || 80), hostname);
    const closed = new Promise<void>((resolve) => socket.on('error', () => resolve()).on('close', () => resolve()));
    socket.resume().end([`PUT ${pathname}${search} HTTP/1.1`, ...lines, '', BYTES.slice(0, 4)].join('\r\n'));
    await closed;
    expect(await sizeOf(target, key)).toBeNull();
  });
});
