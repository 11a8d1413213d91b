import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, downloadFilename } from '@/lib/downloads/rules';
import { presignDownload } from '@/lib/infra/s3';
import { corporaFolder } from '../support/archives/corpora';
import { pretendEnvironment } from '../support/environment';

pretendEnvironment();
const folder = corporaFolder();
const PLAIN = /^[A-Za-z0-9._+-]+\.tgz$/;

it('names a file after the module', () => {
  expect(downloadFilename('ada', 'tool.x', '1.0.0-rc.1+b')).toBe('ada-tool.x-1.0.0-rc.1+b.tgz');
});

it('is plain for anything', () => {
  const text = fc.string({ unit: 'binary' });
  fc.assert(fc.property(text, text, text, (...parts) => PLAIN.test(downloadFilename(...parts))));
});

it.skipIf(!folder)('injects no header with the payloads of others', async () => {
  const lines = readFileSync(join(folder ?? '', 'text/misc/patt-crlfinjection.txt'), 'utf8')
    .split('\n')
    .filter(Boolean);
  for (const line of lines.flatMap((raw) => [
    raw,
    decodeURIComponent(raw.replace(/%(?![0-9a-f]{2})/gi, '%25')),
    `"; x="${raw}`,
  ])) {
    const filename = downloadFilename(line, line, line);
    expect(filename).toMatch(PLAIN);
    const url = new URL(await presignDownload('artifacts/x', filename, 300));
    expect(url.searchParams.get('response-content-disposition')).toBe(`attachment; filename="${filename}"`);
  }
});

describe('a download link', () => {
  it('lives as long as it says and answers an attachment that nobody caches', async () => {
    const { searchParams, pathname } = new URL(await presignDownload('artifacts/ab/abc', 'a.tgz', 300));
    expect(pathname).toBe('/dotkit/artifacts/ab/abc');
    expect(Object.fromEntries(searchParams)).toMatchObject({
      'X-Amz-Expires': '300',
      'X-Amz-SignedHeaders': 'host',
      'response-content-type': 'application/gzip',
      'response-cache-control': 'private, no-store',
    });
  });
});

it('counts for the day of UTC', () => {
  expect(dayOf(new Date('2026-11-21T23:59:59.999Z'))).toBe('2026-11-21');
  expect(dayOf(new Date('2026-11-22T00:00:00+02:00'))).toBe('2026-11-21');
});
