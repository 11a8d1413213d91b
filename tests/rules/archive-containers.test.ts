import { describe, expect, it } from 'vitest';
import { type VerifyOptions, verifyArchive } from '@/lib/archive/verify';

import { chunked, codesOf, judge, themeEntries } from '../support/archives/judge';
import { manifestBytes, SAMPLES } from '../support/archives/manifests';
import { entry, gz, tarOf } from '../support/archives/tar-bytes';

const whole = () => tarOf(...themeEntries());
const packed = () => gz(whole());
const flipped = (bytes: Buffer, at: number) => {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 0xff;
  return copy;
};

describe('containers', () => {
  const containers: [string, Buffer, string][] = [
    ['nothing', Buffer.alloc(0), 'archive-empty'],
    ['a raw tar', whole(), 'archive-not-gzip'],
    ['a zip', Buffer.from('PK\u0003\u0004........'), 'archive-not-gzip'],
    ['xz', Buffer.from('fd377a585a00000004', 'hex'), 'archive-not-gzip'],
    ['zstd', Buffer.from('28b52ffd0458', 'hex'), 'archive-not-gzip'],
    ['HTML', Buffer.from('<!doctype html><title>404</title>'), 'archive-not-gzip'],
    ['HTML in gzip', gz(Buffer.from('<!doctype html>'.repeat(100))), 'tar-checksum'],
    ['gzip in gzip', gz(packed()), 'tar-truncated'],
    ['an empty gzip', gz(Buffer.alloc(0)), 'tar-unterminated'],
    ['two members', Buffer.concat([packed(), packed()]), 'gzip-trailing-data'],
    ['zeros after the member', Buffer.concat([packed(), Buffer.alloc(512)]), 'gzip-trailing-data'],
    ['two tars', gz(Buffer.concat([whole(), whole()])), 'tar-after-end'],
    ['a bad CRC', flipped(packed(), packed().length - 8), 'gzip-checksum'],
    ['a bad length', flipped(packed(), packed().length - 1), 'gzip-checksum'],
    ['reserved gzip flags', flipped(packed(), 3), 'gzip-header'],
    ['one closing block', gz(whole().subarray(0, -512)), 'tar-unterminated'],
    ['no closing block', gz(whole().subarray(0, -1024)), 'tar-unterminated'],
    ['half a block at the end', gz(Buffer.concat([whole(), Buffer.alloc(100)])), 'tar-truncated'],
  ];
  it.each(containers)('%s', async (_, bytes, code) => {
    const report = await judge(bytes);
    expect(report.ok).toBe(false);
    expect(codesOf(report)).toContain(code);
  });

  it('truncation at every byte is refused', async () => {
    const bytes = packed();
    for (let length = 0; length < bytes.length; length += 1) {
      const report = await judge(bytes.subarray(0, length));
      expect(report.ok, `cut at ${length}`).toBe(false);
      expect(codesOf(report).join()).toMatch(/^(gzip-truncated|archive-empty)$/);
    }
  });

  it('accepts gzip headers with name, comment, extra field and header checksum', async () => {
    const bytes = packed();
    const named = Buffer.concat([
      bytes.subarray(0, 3),
      Buffer.from([0x1c]),
      bytes.subarray(4, 10),
      Buffer.from([2, 0, 1, 2]),
      Buffer.from('n\0c\0'),
      bytes.subarray(10),
    ]);
    expect((await judge(named)).ok).toBe(true);
  });

  it('answers the same however the bytes are cut', async () => {
    const bytes = packed();
    const reports = await Promise.all([1, 7, 512, 1 << 20].map((size) => verifyArchive(chunked(bytes, size))));
    for (const report of reports) expect(report).toEqual(reports[0]);
  });

  it('a manifest alone at a wrong depth is missing', async () => {
    const report = await judge(gz(tarOf(entry({ name: 'a/b/dotkit.json', body: manifestBytes(SAMPLES.bundle) }))));
    expect(codesOf(report)).toContain('manifest-missing');
  });
});

/** A source that never ends: the bytes, then one more byte after each turn of the event loop, or nothing at all. */
async function* endless(bytes: Buffer, ended: { closed: boolean }): AsyncGenerator<Uint8Array> {
  try {
    for (const byte of bytes) {
      yield Uint8Array.of(byte);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  } finally {
    ended.closed = true;
  }
}

const judgeSource = (source: AsyncIterable<Uint8Array>, options: VerifyOptions) => verifyArchive(source, options);

describe('time and trouble', () => {
  it('a byte now and then meets the deadline, and the source is closed', async () => {
    const ended = { closed: false };
    const report = await judgeSource(endless(packed(), ended), { deadlineMs: 100 });
    expect(codesOf(report)).toEqual(['archive-deadline']);
    await expect.poll(() => ended.closed).toBe(true);
  });

  it('a source that never answers meets the deadline', async () => {
    const silent = {
      [Symbol.asyncIterator]: () => ({ next: () => new Promise<IteratorResult<Uint8Array>>(() => undefined) }),
    };
    expect(codesOf(await judgeSource(silent, { deadlineMs: 50 }))).toEqual(['archive-deadline']);
  });

  it('a storage error is thrown on, not blamed on the archive', async () => {
    const broken = (async function* () {
      yield packed().subarray(0, 100);
      throw new Error('connection reset');
    })();
    await expect(judgeSource(broken, {})).rejects.toThrow('connection reset');
  });

  it('an aborted signal rejects with its reason', async () => {
    const controller = new AbortController();
    const judged = judgeSource(endless(packed(), { closed: false }), { signal: controller.signal });
    controller.abort(new Error('server stops'));
    await expect(judged).rejects.toThrow('server stops');
  });
});

describe('what the upload announced', () => {
  const bytes = packed();
  const expected = async () => {
    const { sha256, sizeBytes } = await judge(bytes);
    return { name: '@ada/sample', version: '1.0.0', sha256, sizeBytes };
  };

  it('accepts the announced bytes', async () => {
    expect((await judge(bytes, { expected: await expected() })).findings).toEqual([]);
  });

  it.each([
    ['name', { name: '@ada/other' }, 'name-mismatch'],
    ['version', { version: '1.0.1' }, 'version-mismatch'],
    ['sha256', { sha256: '0'.repeat(64) }, 'sha256-mismatch'],
    ['a larger size', { sizeBytes: bytes.length + 1 }, 'size-mismatch'],
    ['a smaller size', { sizeBytes: bytes.length - 1 }, 'size-mismatch'],
  ])('refuses another %s', async (_, change, code) => {
    const report = await judge(bytes, { expected: { ...(await expected()), ...change } });
    expect(codesOf(report)).toEqual([code]);
  });
});
