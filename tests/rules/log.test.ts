import { afterEach, expect, it, vi } from 'vitest';
import { log } from '@/lib/infra/log';

const LINK = 'https://storage.example/a?X-Amz-Signature=c0ffee&X-Amz-Credential=x';
const SECRET = 'dk_canary';

afterEach(() => vi.restoreAllMocks());

/** What a call of the log writes, on either stream. */
function written(call: () => void): string {
  const lines: string[] = [];
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((text) => lines.push(String(text)) > 0);
  call();
  vi.restoreAllMocks();
  return lines.join('');
}

it('is one JSON object a line', () => {
  const line = written(() => log.info('thing.done', { count: 3, nested: { text: 'a\nb' } }));
  expect(line.match(/\n/g)).toHaveLength(1);
  expect(JSON.parse(line)).toMatchObject({ level: 'info', event: 'thing.done', count: 3, nested: { text: 'a\nb' } });
});

it.each([
  'authorization',
  'Cookie',
  'token',
  'apiToken',
  'secretKey',
  'X-Amz-Signature',
  'password',
  'url',
  'downloadUrl',
])('hides what is called %s, at any depth and in lists', (name) => {
  const line = written(() => log.warn('thing.failed', { [name]: SECRET, deep: { list: [{ [name]: SECRET }] } }));
  expect(line).not.toContain(SECRET);
  expect(line).toContain('[hidden]');
});

it('hides links and tokens inside of texts, messages, stacks and causes', () => {
  const cause = new Error(`fetch of ${LINK} failed for Bearer dk_${'a'.repeat(48)}`);
  const line = written(() =>
    log.error('thing.failed', { error: new Error('outer', { cause }), detail: `got ${LINK}`, inner: cause }),
  );
  expect(line).not.toContain('c0ffee');
  expect(line).not.toContain('a'.repeat(40));
});

it('shows the name and the message of an error', () => {
  const line = written(() => log.error('thing.failed', { error: new TypeError('x is not a function') }));
  expect(JSON.parse(line).error).toMatchObject({ name: 'TypeError', message: 'x is not a function' });
});

it('ends for a value that contains itself', () => {
  const loop: Record<string, unknown> = {};
  loop.self = loop;
  expect(() => written(() => log.info('thing.done', { loop }))).not.toThrow();
});
