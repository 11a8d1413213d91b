import { expect, test } from './support/fixtures';

test('a newcomer sees what there is: featured, kinds, trending, themes by hue, new, updated, collections', async ({
  page,
}) => {
  await page.goto('/');
  const main = page.getByRole('main');
  for (const name of [
    'Featured this week',
    'Kinds',
    'Trending',
    'Colour themes by hue',
    'New',
    'Recently updated',
    'Popular collections',
  ])
    await expect(main.getByRole('heading', { level: 2, name, exact: true })).toBeVisible();
  await expect(main.locator('.kinds li')).toHaveCount(12);
  await expect(main.locator('.kinds svg path')).toHaveCount(12);
});

test('a theme is reached from the strip of hues, by keyboard too', async ({ page }) => {
  await page.goto('/');
  const first = page.getByRole('list', { name: 'Themes by hue' }).getByRole('link').first();
  const title = (await first.textContent()) ?? '';
  await first.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
});

test('nothing scrolls sideways on a phone, and swatches are wide enough for a finger', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/');
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  const swatch = await page.getByRole('list', { name: 'Themes by hue' }).getByRole('listitem').first().boundingBox();
  expect(swatch?.width).toBeGreaterThanOrEqual(44);
});
