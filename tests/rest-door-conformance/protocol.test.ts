import { describe, expect, test } from 'vitest';
import { ask, doors } from './doors';

describe.each(doors)('protocol of the $name door', (door) => {
  const { fresh } = door;

  test('a command as a list, and as a path', async () => {
    const key = fresh();
    expect(await ask(door, '/', ['SET', key, 'a/b c'])).toEqual({ status: 200, json: { result: 'OK' } });
    expect(await ask(door, `/get/${encodeURIComponent(key)}`)).toEqual({ status: 200, json: { result: 'a/b c' } });
    expect(await ask(door, `/set/${key}/value?EX=100`)).toEqual({ status: 200, json: { result: 'OK' } });
    expect(await ask(door, `/ttl/${key}`)).toMatchObject({ json: { result: expect.any(Number) } });
    expect(await ask(door, `/set/${key}`, 'from the body')).toMatchObject({ json: { result: 'OK' } });
    expect(await ask(door, `/get/${key}`)).toMatchObject({ json: { result: 'from the body' } });
  });

  test('base64 covers every text but the one word', async () => {
    const key = fresh();
    const base64 = { 'upstash-encoding': 'base64' };
    expect(await ask(door, '/', ['SET', key, 'OK'], base64)).toMatchObject({ json: { result: 'OK' } });
    expect(await ask(door, '/', ['ECHO', 'ü'], base64)).toMatchObject({ json: { result: 'w7w=' } });
    expect(await ask(door, '/', ['EVAL', 'return {1, "a", {"b"}}', '0'], base64)).toMatchObject({
      json: { result: [1, 'YQ==', ['Yg==']] },
    });
    expect(await ask(door, '/', ['GET', fresh()], base64)).toMatchObject({ json: { result: null } });
  });

  test('the token may stand in the query, and a wrong or absent one opens nothing', async () => {
    const none = { authorization: '' };
    expect((await ask(door, `/ping?_token=${door.token}`, undefined, none)).json).toEqual({ result: 'PONG' });
    for (const headers of [none, { authorization: 'Bearer wrong' }, { authorization: `Bearer ${door.token}x` }]) {
      const { status, json } = await ask(door, '/ping', undefined, headers);
      expect(status).toBe(401);
      expect(json).toEqual({ error: expect.any(String) });
    }
  });

  test.each<[string, string, unknown]>([
    ['an unknown command', '/', ['NOPE']],
    ['too few arguments', '/', ['GET']],
    ['an empty command', '/', []],
    ['not JSON', '/', '{"a'],
    ['not a list', '/pipeline', { a: 1 }],
  ])('%s answers 400 with a reason', async (_, path, body) => {
    const { status, json } = await ask(door, path, body);
    expect(status).toBe(400);
    expect(json).toEqual({ error: expect.any(String) });
  });

  test('a broken transaction changes nothing', async () => {
    const key = fresh();
    expect((await ask(door, '/multi-exec', [['SET', key, '1'], ['NOPE']])).status).toBe(400);
    expect((await ask(door, '/', ['GET', key])).json).toEqual({ result: null });
  });

  test.each([
    'SUBSCRIBE a',
    'MONITOR',
    'MULTI',
    'WATCH a',
    'BLPOP a 0',
    'SELECT 1',
    'QUIT',
    'XREAD BLOCK 0 STREAMS a 0',
  ])('%s, which would hold a connection, is refused', async (command) => {
    expect((await ask(door, '/', command.split(' '))).status).toBe(400);
    expect((await ask(door, '/ping')).json).toEqual({ result: 'PONG' });
  });
});
