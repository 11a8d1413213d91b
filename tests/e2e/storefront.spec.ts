import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, newName, signIn, test } from './support/fixtures';

test('a visitor finds a prompt by typing, reads what it writes, and downloads the published bytes', async ({
  page,
  request,
}) => {
  await page.goto('/');
  await page.keyboard.press('/');
  await page.keyboard.type('pure');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/explore\?.*q=pure/);
  // Other tests publish prompts of the same title meanwhile.
  const card = page.getByRole('main').getByRole('listitem').filter({ hasText: '@inkfish/pure' });
  await card.getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Pure' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: 'What it writes' })).toBeVisible();
  await expect(page.getByText(/pure\.zsh/).first()).toBeVisible();

  const module = await (await request.get('/api/v1/modules/inkfish/pure')).json();
  const started = page.waitForEvent('download');
  await page.getByRole('link', { name: `Download ${module.version}` }).click();
  const download = await started;
  expect(download.suggestedFilename()).toBe(`inkfish-pure-${module.version}.tgz`);
  const bytes = await readFile(await download.path());
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(module.sha256);
  await expect(page.getByText(/for another/)).toBeVisible();
});

test('filters narrow a list, the next page follows, and a filter that matches nothing helps on', async ({ page }) => {
  await page.goto('/explore?kind=color-theme');
  await expect(page.getByRole('main').getByRole('listitem').filter({ hasText: 'Tidewater' }).first()).toBeVisible();
  await page.goto('/explore?sort=new');
  const next = page.getByRole('link', { name: /next/i });
  await next.click();
  await expect(page).toHaveURL(/cursor=/);
  await page.goto('/explore?q=zzzznothing');
  await expect(page.getByRole('main')).toContainText(/no|nothing/i);
  const forged = await page.goto('/explore?cursor=forged');
  expect(forged?.status()).toBeLessThan(500);
});

test('a signed-in visitor stars a module and takes the star back', async ({ page }) => {
  await signIn(page, newName('star'), '/@linus/bare-prompt');
  const star = page.getByRole('button', { name: /^Star\b/ });
  await star.click();
  const starred = page.getByRole('button', { name: /^Starred/ });
  await expect(starred).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('status').filter({ hasText: 'Starred' })).toBeAttached();
  await page.reload();
  await starred.click();
  await expect(page.getByRole('status').filter({ hasText: 'Star removed' })).toBeAttached();
});

test('asking for a star without an account leads to the sign-in page and back', async ({ page }) => {
  await page.goto('/@linus/bare-prompt');
  await page.getByRole('button', { name: /^Star\b/ }).click();
  await expect(page).toHaveURL(/\/sign-in\?redirect_url=/);
  await page.getByLabel('Username').fill(newName('late'));
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).toHaveURL(/\/@linus\/bare-prompt$/);
});

test('every kind of page has one first heading and no sideways scroll on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of [
    '/',
    '/explore',
    '/@inkfish/pure',
    '/@ada/tidewater',
    '/@ada',
    '/docs',
    '/sign-in',
    '/@inkfish/pure/files/pure.zsh',
  ]) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, path).toBeLessThanOrEqual(0);
  }
});

test('an address that leads nowhere says so with 404', async ({ page, request }) => {
  expect((await page.goto('/@ada/there-is-no-such-module'))?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect((await request.get('/@nobody-here')).status()).toBe(404);
  expect((await request.get('/api/v1/nothing')).status()).toBe(404);
});
