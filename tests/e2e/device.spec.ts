import type { APIRequestContext } from '@playwright/test';
import { expect, newName, signIn, test } from './support/fixtures';

const GRANT = 'urn:ietf:params:oauth:grant-type:device_code';
type Codes = { device_code: string; user_code: string; verification_uri: string; verification_uri_complete: string };

async function begin(request: APIRequestContext, client_name: string): Promise<Codes> {
  const answer = await request.post('/api/v1/device/code', { data: { client_name, scopes: ['read', 'publish'] } });
  expect(answer.status()).toBe(200);
  return answer.json();
}

const redeem = (request: APIRequestContext, device_code: string) =>
  request.post('/api/v1/device/token', { form: { grant_type: GRANT, device_code } });

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a program is approved by its code, signs in, and its token is in the dashboard', async ({
      page,
      request,
    }) => {
      const owner = newName('device');
      const name = newName('laptop');
      const codes = await begin(request, name);
      expect((await (await redeem(request, codes.device_code)).json()).error).toBe('authorization_pending');

      await page.goto(codes.verification_uri_complete);
      await expect(page).toHaveURL(/\/sign-in\?redirect_url=/);
      await page.getByLabel('Username').fill(owner);
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await page.waitForURL(/\/device\?user_code=/);
      const main = page.getByRole('main');
      await expect(main.getByText(codes.user_code, { exact: true })).toBeVisible();
      await expect(main).toContainText(name);
      await expect(main).toContainText('publish: upload, yank and restore versions');
      await page.getByRole('button', { name: 'Approve' }).click();
      await expect(main).toContainText('Go back to the program');

      const token = await (await redeem(request, codes.device_code)).json();
      expect(token).toMatchObject({ token_type: 'Bearer', scope: 'read publish' });
      const me = await request.get('/api/v1/me', { headers: { authorization: `Bearer ${token.access_token}` } });
      expect(await me.json()).toMatchObject({ username: owner, scopes: ['read', 'publish'] });
      await main.getByRole('link', { name: 'See your tokens' }).click();
      await expect(page.getByRole('list', { name: 'Your tokens' })).toContainText(name);
    });

    test('a code is typed; a wrong one is said to be wrong, a denied one gives nothing', async ({ page, request }) => {
      await signIn(page, newName('device'), '/device');
      await page.getByLabel('Code').fill('bcdf ghjk');
      await page.getByRole('button', { name: 'Go on' }).click();
      await expect(page.getByText('There is no such code.')).toBeVisible();
      await expect(page.getByLabel('Code')).toHaveValue('bcdf ghjk');
      const codes = await begin(request, 'a stranger');
      await page.getByLabel('Code').fill(codes.user_code.replace('-', '').toLowerCase());
      await page.getByRole('button', { name: 'Go on' }).click();
      await page.getByRole('button', { name: 'Deny' }).click();
      await expect(page.getByText('The program was told no.')).toBeVisible();
      expect((await (await redeem(request, codes.device_code)).json()).error).toBe('access_denied');
    });
  });
}

test('a code that somebody else has used is of no use', async ({ page, request, browser }) => {
  const codes = await begin(request, 'laptop');
  await signIn(page, newName('device'), '/device');
  await page.goto(codes.verification_uri_complete);
  await page.getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByText('Approved', { exact: true })).toBeVisible();
  const other = await browser.newPage();
  await signIn(other, newName('device'), '/device');
  await other.goto(codes.verification_uri_complete);
  await expect(other.getByText('This code was used already')).toBeVisible();
  await expect(other.getByRole('button', { name: 'Approve' })).toHaveCount(0);
  await other.close();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('nothing scrolls sideways, and the buttons are large enough', async ({ page, request }) => {
    const codes = await begin(request, 'a-program-with-a-name-that-does-not-fit-into-one-line-of-it');
    await signIn(page, newName('device'), '/device');
    await page.goto(codes.verification_uri_complete);
    const approve = page.getByRole('button', { name: 'Approve' });
    expect((await approve.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
  });
});
