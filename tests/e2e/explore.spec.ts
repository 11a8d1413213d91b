import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures';

const main = (page: Page) => page.getByRole('main');
const filters = (page: Page) => page.getByRole('navigation', { name: 'Filters' });
const facet = (page: Page, title: string) =>
  filters(page)
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: title, exact: true }) });
const countIn = async (page: Page) =>
  Number(
    (
      (await main(page)
        .getByText(/^[\d,]+\+? modules?$/)
        .first()
        .textContent()) ?? ''
    ).replace(/\D/g, ''),
  );
const cards = (page: Page) => main(page).locator('.card');

test('a visitor narrows the catalogue by facets, switches a value, and takes filters off again', async ({ page }) => {
  await page.goto('/explore');
  const all = await countIn(page);
  await facet(page, 'Kind')
    .getByRole('link', { name: /^Colour themes/ })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Colour themes');
  const themes = await countIn(page);
  expect(themes).toBeLessThan(all);
  // The counts of a facet do not depend on its own choice, so that another value can be taken at once.
  await expect(facet(page, 'Kind').getByRole('link', { name: /^Prompts \d/ })).toBeVisible();
  await facet(page, 'App')
    .getByRole('link', { name: /^kitty/ })
    .click();
  await expect(page).toHaveURL(/kind=color-theme.*app=kitty|app=kitty.*kind=color-theme/);
  const promised = Number(
    (await facet(page, 'Appearance').getByRole('link', { name: /^dark/ }).locator('small').textContent()) ?? '',
  );
  await facet(page, 'Appearance').getByRole('link', { name: /^dark/ }).click();
  await expect(facet(page, 'Appearance').getByRole('link', { name: /^dark/ })).toHaveAttribute('aria-current', 'true');
  expect(await countIn(page)).toBe(promised);
  await main(page)
    .getByRole('link', { name: /^App: kitty.*remove/ })
    .click();
  await expect(page).not.toHaveURL(/app=kitty/);
  await main(page).getByRole('link', { name: 'Clear all' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Explore modules');
  expect(await countIn(page)).toBe(all);
});

test('typed operators become chips that can be removed', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel('Search modules').fill('dark kind:theme app:kitty');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Results for “dark”');
  await expect(cards(page).first()).toBeVisible();
  await expect(main(page).getByRole('link', { name: /^“dark”.*remove/ })).toBeVisible();
  await expect(main(page).getByRole('link', { name: /^App: kitty.*remove/ })).toBeVisible();
  await main(page)
    .getByRole('link', { name: /^Kind: Colour themes.*remove/ })
    .click();
  await expect(page).toHaveURL(/app=kitty/);
  await expect(main(page).getByRole('link', { name: /^Kind: Colour themes.*remove/ })).toBeHidden();
});

test('pages follow each other forwards and backwards, without a module twice', async ({ page }) => {
  await page.goto('/explore?sort=stars');
  const first = await cards(page).locator('h3').allTextContents();
  await page.getByRole('link', { name: 'Next page' }).click();
  await expect(page).toHaveURL(/cursor=/);
  await expect(cards(page).locator('h3').first()).not.toHaveText(first[0] ?? '');
  const addresses = await cards(page)
    .locator('h3 a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(new Set(addresses).size).toBe(addresses.length);
  await page.locator('a[rel="prev"]').click();
  await expect(cards(page).locator('h3').first()).toHaveText(first[0] ?? '');
  expect(await cards(page).locator('h3').allTextContents()).toEqual(first);
});

test('every order can be chosen, and the chosen one is marked', async ({ page }) => {
  await page.goto('/explore?q=prompt');
  const order = page.getByRole('navigation', { name: 'Order' });
  await expect(order.getByRole('link')).toHaveText([
    'Relevance',
    'Trending',
    'Downloads',
    'Stars',
    'Rating',
    'Updated',
    'New',
  ]);
  await order.getByRole('link', { name: 'Rating' }).click();
  await expect(page).toHaveURL(/sort=rating/);
  await expect(order.getByRole('link', { name: 'Rating' })).toHaveAttribute('aria-current', 'true');
  await expect(cards(page).first()).toBeVisible();
});

test('a facet with many values folds the rarer ones', async ({ page }) => {
  await page.goto('/explore');
  const tags = facet(page, 'Tag');
  await expect(tags.getByRole('link')).toHaveCount(8);
  await tags.getByText(/^Show \d+ more$/).click();
  expect(await tags.getByRole('link').count()).toBeGreaterThan(8);
  await tags.getByRole('link').nth(9).click();
  await expect(page).toHaveURL(/tag=/);
  await expect(cards(page).first()).toBeVisible();
});

test('a misspelt search is understood, and says so', async ({ page }) => {
  await page.goto('/explore?q=tidewatr');
  await expect(main(page)).toContainText('Nothing matches “tidewatr”. Showing results for tidewater.');
  await expect(cards(page).first()).toContainText('@ada/tidewater');
  await main(page).getByRole('link', { name: 'tidewater', exact: true }).click();
  await expect(page).toHaveURL(/q=tidewater$/);
});

test('filters that exclude each other lead to what may be left out', async ({ page }) => {
  await page.goto('/explore?q=tidewater&kind=color-theme&shell=zsh');
  await expect(main(page)).toContainText('Nothing matches all of this');
  await main(page)
    .getByRole('link', { name: /^Without Shell: zsh \(\d+\)$/ })
    .click();
  await expect(cards(page).first()).toContainText('@ada/tidewater');
  await expect(page).not.toHaveURL(/shell=/);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 800 } });

  test('filters open below a button, and their end leads to the results', async ({ page }) => {
    await page.goto('/explore');
    await expect(facet(page, 'Kind')).toBeHidden();
    await main(page).getByText('Filters', { exact: true }).click();
    await facet(page, 'Kind')
      .getByRole('link', { name: /^Prompts/ })
      .click();
    await main(page).getByText('Filters (1)', { exact: true }).click();
    await expect(facet(page, 'Kind').getByRole('link', { name: /^Prompts/ })).toHaveAttribute('aria-current', 'true');
    await filters(page)
      .getByRole('link', { name: /^Show [\d,]+ modules/ })
      .click();
    await expect(cards(page).first()).toBeInViewport();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('facets, orders and pages are plain links', async ({ page }) => {
    await page.goto('/explore');
    await facet(page, 'Kind')
      .getByRole('link', { name: /^Prompts/ })
      .click();
    await page.getByRole('navigation', { name: 'Order' }).getByRole('link', { name: 'Stars' }).click();
    await expect(page).toHaveURL(/kind=prompt.*sort=stars/);
    await expect(cards(page).first()).toBeVisible();
  });
});

test('the handbook explains every operator by a search that works', async ({ page }) => {
  await page.goto('/docs/searching');
  const examples = page.getByRole('article').locator('dt a');
  await expect(examples).toHaveCount(11);
  for (const href of await examples.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))) {
    await page.goto(href);
    await expect(main(page).getByText('was not understood')).toHaveCount(0);
    await expect(main(page).getByRole('link', { name: /, remove$/ })).toHaveCount(1);
  }
});
