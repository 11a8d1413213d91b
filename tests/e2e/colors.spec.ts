import { expect, test } from './support/fixtures';

test('a visitor pastes a hex, narrows the themes by contrast, and opens the nearest', async ({ page }) => {
  await page.goto('/colors');
  await page.getByLabel('Or paste a hex colour').fill('0F1A2B');
  await page.getByRole('button', { name: 'Find themes' }).click();
  await expect(page).toHaveURL(/\/colors\?color=0f1a2b$/);
  await expect(page.getByRole('heading', { level: 1, name: 'Themes near #0f1a2b' })).toBeVisible();
  const results = page.getByRole('main').getByRole('listitem');
  await expect(results.first()).toContainText('ΔE');
  const distances = (await results.allTextContents()).map((text) => Number(/ΔE ([\d.]+)/.exec(text)?.[1]));
  expect(distances).toEqual([...distances].sort((one, other) => one - other));

  await page.getByLabel('Contrast').selectOption('7');
  await page.getByLabel('Appearance').selectOption('dark');
  await page.getByRole('button', { name: 'Find themes' }).click();
  await expect(page).toHaveURL(/contrast=7/);
  for (const text of await results.allTextContents())
    expect(Number(/Text ([\d.]+) to 1/.exec(text)?.[1])).toBeGreaterThanOrEqual(7);
  await results.first().getByRole('link').click();
  await expect(page).toHaveURL(/\/@[^/]+\/[^/]+$/);
});

test('the picker counts when it was moved, and what is no colour is explained', async ({ page }) => {
  await page.goto('/colors?color=0f1a2b');
  await page.getByLabel('Pick').fill('#ff8800');
  await page.getByRole('button', { name: 'Find themes' }).click();
  await expect(page).toHaveURL(/color=ff8800/);
  await page.getByLabel('Or paste a hex colour').fill('mauve');
  await page.getByRole('button', { name: 'Find themes' }).click();
  await expect(page.getByText('“mauve” is not a colour')).toBeVisible();
});

for (const address of [
  'color[]=1',
  'color=%00',
  `color=${'f'.repeat(9000)}`,
  'color=fff&contrast=x&part=y&app=<b>&appearance=z',
])
  test(`an address that makes no sense still helps: ${address.slice(0, 40)}`, async ({ page }) => {
    const answer = await page.goto(`/colors?${address}`);
    expect(answer?.status()).toBe(200);
    await expect(page.getByRole('button', { name: 'Find themes' })).toBeVisible();
  });

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('a colour is searched by a plain form', async ({ page }) => {
    await page.goto('/colors');
    await page.getByLabel('Or paste a hex colour').fill('#abc');
    await page.getByRole('button', { name: 'Find themes' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Themes near #aabbcc' })).toBeVisible();
  });
});
