import { PutObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { describe, expect, test } from 'vitest';
import { downloadLink, send, sizeOf, stored, targets, uploadLink } from './targets';

const ago = (seconds: number) => new Date(Date.now() - seconds * 1000);

describe.each(targets)('links of $name', (target) => {
  test('a link hands out the object as a named attachment', async () => {
    const answer = await send(await downloadLink(target, await stored(target)));
    expect(answer).toMatchObject({
      status: 200,
      body: 'the bytes',
      headers: { 'content-disposition': 'attachment; filename="module-1.0.0.tgz"', 'content-type': 'application/gzip' },
    });
  });

  test('a link of 300 s works at 4:58 and is refused at 5:01', async () => {
    const key = await stored(target);
    expect((await send(await downloadLink(target, key, ago(298)))).status).toBe(200);
    const late = await send(await downloadLink(target, key, ago(301)));
    expect(late.status).toBe(403);
    expect(late.body).not.toContain('the bytes');
    expect((await send((await uploadLink(target, target.fresh(), 'x', ago(301))).url, 'PUT', {}, 'x')).status).toBe(
      403,
    );
  });

  test('a link from the future or of more than a week is refused', async () => {
    const key = await stored(target);
    expect((await send(await downloadLink(target, key, ago(-3600)))).status).toBe(403);
    const long = (await downloadLink(target, key)).replace('X-Amz-Expires=300', 'X-Amz-Expires=604801');
    expect([400, 403]).toContain((await send(long)).status);
  });

  test.each(['GET', 'HEAD', 'PUT', 'DELETE', 'POST'])('%s without a signature is refused', async (method) => {
    const key = await stored(target);
    const url = `${target.endpoint}/${target.bucket}/${key}`;
    expect(
      (await send(url, method, method === 'PUT' ? { 'content-length': '1' } : {}, method === 'PUT' ? 'x' : '')).status,
    ).toBe(403);
    expect(await sizeOf(target, key)).toBe(9);
  });

  test('a list without a signature is refused', async () => {
    expect((await send(`${target.endpoint}/${target.bucket}?list-type=2`)).status).toBe(403);
  });

  test.each([
    ['another key', (url: string) => url.replace('/object?', '/other?')],
    ['a longer life', (url: string) => url.replace('X-Amz-Expires=300', 'X-Amz-Expires=301')],
    ['a later date', (url: string) => url.replace(/X-Amz-Date=\d{8}T\d{2}/, (date) => `${date.slice(0, -2)}23`)],
    ['another file name', (url: string) => url.replace('module-1.0.0', 'module-6.6.6')],
    ['another type', (url: string) => url.replace('application%2Fgzip', 'text%2Fhtml')],
    ['one more parameter', (url: string) => `${url}&response-cache-control=public`],
    ['a parameter twice', (url: string) => `${url}&X-Amz-Expires=604800`],
    [
      'another signature',
      (url: string) => url.replace(/(X-Amz-Signature=)(.)/, (_, name, c) => name + (c === 'a' ? 'b' : 'a')),
    ],
    ['no signature', (url: string) => url.replace(/&X-Amz-Signature=[^&]*/, '')],
    ['another owner of the key', (url: string) => url.replace(/X-Amz-Credential=[^%]+/, 'X-Amz-Credential=SOMEBODY')],
    ['another region', (url: string) => url.replace(/(X-Amz-Credential=[^%]+%2F\d+%2F)[^%]+/, '$1mars-north-1')],
    ['a step up in the path', (url: string) => url.replace('/object?', '/x/../object?')],
  ])('a link with %s is refused', async (_, tamper) => {
    const key = target.fresh('object');
    await stored(target, 'the bytes', key);
    const link = await downloadLink(target, key);
    // A late hour could make the tampered date equal to the true one.
    const tampered = tamper(link) === link ? link.replace('X-Amz-Date=2', 'X-Amz-Date=3') : tamper(link);
    const answer = await send(tampered);
    expect([400, 403, 404]).toContain(answer.status);
    expect(answer.body).not.toContain('the bytes');
  });

  test.each(['HEAD', 'PUT', 'DELETE', 'POST'])('a link for GET does not serve %s', async (method) => {
    const key = await stored(target);
    expect((await send(await downloadLink(target, key), method, { 'content-length': '0' })).status).toBe(403);
    expect(await sizeOf(target, key)).toBe(9);
  });

  test('a link does not open another bucket', async () => {
    const link = await downloadLink(target, await stored(target));
    const answer = await send(link.replace(`/${target.bucket}/`, '/another-bucket/'));
    expect([403, 404]).toContain(answer.status);
  });

  test('headers that nobody signed cannot be added to a link', async () => {
    const secret = await stored(target, 'secret');
    const key = target.fresh();
    const url = await getSignedUrl(target.client, new PutObjectCommand({ Bucket: target.bucket, Key: key }), {
      expiresIn: 60,
    });
    const copy = { 'x-amz-copy-source': `/${target.bucket}/${secret}`, 'content-length': '0' };
    expect((await send(url, 'PUT', copy)).status).toBe(403);
    expect((await send(url, 'PUT', { 'x-amz-meta-owner': 'me', 'content-length': '1' }, 'x')).status).toBe(403);
    expect(await sizeOf(target, key)).toBeNull();
  });

  test('a form upload with a policy is not a way around', async () => {
    const body = '--b\r\ncontent-disposition: form-data; name="key"\r\n\r\nx\r\n--b--\r\n';
    const headers = { 'content-type': 'multipart/form-data; boundary=b', 'content-length': String(body.length) };
    const { status } = await send(`${target.endpoint}/${target.bucket}`, 'POST', headers, body);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  });
});
