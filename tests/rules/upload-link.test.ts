import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { objectKeys } from '@/lib/infra/object-keys';
import { presignUpload, SIGNED_UPLOAD_HEADERS } from '@/lib/infra/s3';
import { UPLOAD_TTL_SECONDS } from '@/lib/versions/rules';
import { pretendEnvironment } from '../support/environment';

pretendEnvironment();
const sha256 = createHash('sha256').update('bytes').digest('hex');
const link = () => presignUpload(objectKeys.upload('upl_x'), 5, sha256, UPLOAD_TTL_SECONDS);

it('signs length, type, host, checksum and that nothing lies there yet', async () => {
  const { searchParams } = new URL((await link()).url);
  const signed = 'content-length;content-type;host;if-none-match;x-amz-checksum-sha256';
  expect(searchParams.get('X-Amz-SignedHeaders')).toBe(signed);
  expect(SIGNED_UPLOAD_HEADERS.join(';')).toBe(signed);
});

it('hoists no checksum into the query, where the storage would not enforce it', async () => {
  const { searchParams } = new URL((await link()).url);
  expect([...searchParams.keys()].filter((key) => /checksum/i.test(key))).toEqual([]);
});

it('lives fifteen minutes and names the headers that the client sends', async () => {
  const { url, headers } = await link();
  expect(new URL(url).searchParams.get('X-Amz-Expires')).toBe('900');
  expect(headers).toEqual({
    'content-type': 'application/gzip',
    'if-none-match': '*',
    'x-amz-checksum-sha256': createHash('sha256').update('bytes').digest('base64'),
  });
});

it('is for a key below uploads/, and what is published lies elsewhere', async () => {
  expect(new URL((await link()).url).pathname).toBe('/dotkit/uploads/upl_x');
  expect(objectKeys.upload('upl_x')).toBe('uploads/upl_x');
  expect(objectKeys.artifact(sha256)).toBe(`artifacts/${sha256.slice(0, 2)}/${sha256}`);
});
