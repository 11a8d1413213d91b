import { expect, newName, signIn, test } from './support/fixtures';

test.use({ javaScriptEnabled: false });

test('without JavaScript a visitor searches, reads and downloads', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel('Search modules').fill('tidewater');
  await page.getByLabel('Search modules').press('Enter');
  await page.getByRole('main').getByRole('link', { name: 'Tidewater', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Tidewater' })).toBeVisible();
  const started = page.waitForEvent('download');
  await page.getByRole('link', { name: /^Download/ }).click();
  expect((await started).suggestedFilename()).toMatch(/^ada-tidewater-.*\.tgz$/);
});

test('without JavaScript a person stars a module and stays on its page', async ({ page }) => {
  await signIn(page, newName('plain'), '/@grace/hypr-tiles');
  await page.getByRole('button', { name: /^Star\b/ }).click();
  await expect(page).toHaveURL(/\/@grace\/hypr-tiles$/);
  await expect(page.getByRole('button', { name: /^Starred/ })).toBeVisible();
});

test('without JavaScript a star without an account asks to sign in', async ({ page }) => {
  await page.goto('/@grace/hypr-tiles');
  await page.getByRole('button', { name: /^Star\b/ }).click();
  await expect(page).toHaveURL(/\/sign-in\?redirect_url=/);
});
