import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import type { APIRequestContext } from '@playwright/test';
import { packPure } from './support/archives';
import { expect, newName, signIn, test } from './support/fixtures';

const run = promisify(execFile);
type Sample = { id: string; path: string; method: string; source: string };
type Document = {
  paths: Record<string, Record<string, { operationId: string; 'x-codeSamples': [{ source: string }] }>>;
};

const sha256Of = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** Every example of the published document, in its order. */
async function samplesOf(request: APIRequestContext): Promise<Sample[]> {
  const document: Document = await (await request.get('/api/v1/openapi.json')).json();
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      id: operation.operationId,
      path,
      method,
      source: operation['x-codeSamples'][0].source,
    })),
  );
}

/** The order in which one thing needs another; the rest may come whenever. */
const LAST = ['updateCollection', 'removeFromCollection', 'deleteCollection', 'redeemDevice'];
const inOrder = (samples: Sample[]) => [
  ...samples.filter(({ id }) => id === 'createCollection'),
  ...samples.filter(({ id }) => id === 'addToCollection'),
  ...samples.filter(({ id }) => ![...LAST, 'createCollection', 'addToCollection'].includes(id)),
  ...LAST.flatMap((last) => samples.filter(({ id }) => id === last)),
];

test('every example of the reference runs as it stands', async ({ page, request, baseURL }) => {
  test.setTimeout(180_000);
  const owner = newName('reader');
  await signIn(page, owner, '/device');
  const approve = async (codes: { user_code: string }) => {
    await page.goto(`/device?user_code=${codes.user_code}`);
    await page.getByRole('button', { name: 'Approve' }).click();
    await expect(page.getByText('Approved', { exact: true })).toBeVisible();
  };
  const scopes = ['read', 'publish', 'manage'];
  const codes = await (await request.post('/api/v1/device/code', { data: { client_name: 'examples', scopes } })).json();
  await approve(codes);
  const grant_type = 'urn:ietf:params:oauth:grant-type:device_code';
  const granted = await request.post('/api/v1/device/token', { data: { grant_type, device_code: codes.device_code } });
  const token = (await granted.json()).access_token;
  const authorization = `Bearer ${token}`;

  const pack = async (version: string) =>
    (await packPure('hello.tgz', { name: `@${owner}/hello-theme`, version, title: 'Hello' })).buffer;
  const [first, second] = [await pack('1.0.0'), await pack('1.1.0')];
  const data = { name: `@${owner}/hello-theme`, version: '1.0.0', size: first.length, sha256: sha256Of(first) };
  const started = await (await request.post('/api/v1/uploads', { headers: { authorization }, data })).json();
  const send = (link: { url: string; headers: Record<string, string> }, bytes: Buffer) =>
    request.put(link.url, { headers: link.headers, data: bytes });
  expect((await send(started, first)).status()).toBe(200);
  await request.post(`/api/v1/uploads/${started.uploadId}/complete`, { headers: { authorization } });
  const status = async () =>
    (await (await request.get(`/api/v1/uploads/${started.uploadId}`, { headers: { authorization } })).json()).status;
  await expect.poll(status).toBe('published');

  const env: Record<string, string> = {
    PATH: process.env.PATH ?? '',
    DOTKIT_URL: baseURL ?? '',
    DOTKIT_USER: owner,
    DOTKIT_TOKEN: token,
    SIZE: String(second.length),
    SHA256: sha256Of(second),
  };
  const samples = inOrder(await samplesOf(request));
  expect(samples.length).toBeGreaterThan(25);
  for (const { id, source } of samples) {
    const { stdout } = await run('sh', ['-c', source], { env }).catch((error) => {
      throw new Error(`${id} failed: ${error.stdout}${error.stderr}\n${source}`);
    });
    const answer = stdout ? JSON.parse(stdout) : null;
    if (id === 'startUpload') {
      env.UPLOAD_ID = answer.uploadId;
      expect((await send(answer, second)).status()).toBe(200);
    }
    if (id === 'startDevice') {
      env.DEVICE_CODE = answer.device_code;
      await approve(answer);
    }
  }
});

test('the reference names every operation, with its example, and every code', async ({ page, request }) => {
  const samples = await samplesOf(request);
  await page.goto('/docs/api');
  const main = page.getByRole('article');
  for (const { method, path } of samples) await expect(main).toContainText(`${method.toUpperCase()} ${path}`);
  await main.getByRole('link', { name: 'Download an archive' }).click();
  await expect(page).toHaveURL(/\/docs\/api\/versions#downloadVersion$/);
  const section = page.getByRole('region', { name: 'Download an archive' });
  await expect(section).toContainText('yanked=allow');
  await expect(section.locator('pre')).toContainText('curl -sS --fail-with-body "$DOTKIT_URL/api/v1/modules/');
  await section.getByRole('link', { name: 'yanked', exact: true }).click();
  await expect(page).toHaveURL(/\/docs\/api\/errors#yanked$/);
  const problem = await (await request.get('/api/v1/modules/nobody-here/absent')).json();
  await page.goto(problem.type);
  await expect(page.getByRole('region', { name: 'not_found' })).toContainText('There is nothing here.');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  for (const path of ['', '/modules', '/shapes', '/errors'])
    test(`/docs/api${path} does not scroll sideways`, async ({ page }) => {
      await page.goto(`/docs/api${path}`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    });
});
