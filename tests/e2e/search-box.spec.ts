import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures';

const box = (page: Page) => page.getByLabel('Search modules');
const list = (page: Page) => page.getByRole('listbox', { name: 'Suggestions' });
const options = (page: Page) => list(page).getByRole('option');
const activeOption = (page: Page) => list(page).locator('[aria-selected="true"]');

test('by keyboard alone a visitor opens a suggested module', async ({ page }) => {
  await page.goto('/docs');
  await page.keyboard.press('/');
  await expect(box(page)).toBeFocused();
  await page.keyboard.type('tidew');
  await expect(options(page).filter({ hasText: '@ada/tidewater' }).first()).toBeVisible();
  await expect(box(page)).toHaveAttribute('aria-expanded', 'true');
  await expect(page.getByRole('status').filter({ hasText: /\d+ suggestions?/ })).toBeAttached();
  await expect(list(page).locator('mark').first()).toHaveText(/tidew/i);
  // Nothing is chosen until the person chooses.
  await expect(activeOption(page)).toHaveCount(0);
  await page.keyboard.press('ArrowDown');
  await expect(activeOption(page)).toContainText('@ada/tidewater');
  const active = await activeOption(page).getAttribute('id');
  await expect(box(page)).toHaveAttribute('aria-activedescendant', active ?? '');
  await page.keyboard.press('End');
  await expect(activeOption(page)).toHaveText('Search for “tidew”');
  await page.keyboard.press('Home');
  await expect(activeOption(page)).toContainText('@ada/tidewater');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/@ada\/tidewater$/);
});

test('Escape closes the list and then empties the field, Tab goes on, arrows come back round', async ({ page }) => {
  await page.goto('/docs');
  await page.keyboard.press('Control+k');
  await expect(box(page)).toBeFocused();
  await page.keyboard.type('git');
  await expect(options(page).last()).toHaveText('Search for “git”');
  await page.keyboard.press('ArrowUp');
  await expect(activeOption(page)).toHaveText('Search for “git”');
  await page.keyboard.press('ArrowDown');
  await expect(activeOption(page)).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(list(page)).toBeHidden();
  await expect(box(page)).toHaveValue('git');
  await page.keyboard.press('ArrowDown');
  await expect(list(page)).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(list(page)).toBeHidden();
  await expect(box(page)).not.toBeFocused();
  await box(page).focus();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(box(page)).toHaveValue('');
});

test('by pointer a visitor opens a module, and searches for what was typed', async ({ page }) => {
  await page.goto('/docs');
  await box(page).click();
  await box(page).pressSequentially('tidewater');
  await options(page).filter({ hasText: '@ada/tidewater' }).first().click();
  await expect(page).toHaveURL(/\/@ada\/tidewater$/);
  await box(page).fill('prompt');
  await list(page).getByRole('option', { name: 'Search for “prompt”' }).click();
  await expect(page).toHaveURL(/\/explore\?q=prompt$/);
});

test('recent searches stay in this browser until they are removed', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('/docs');
  for (const text of ['tmux', 'prompt', 'kitty']) {
    await box(page).click();
    await box(page).fill(text);
    await expect(list(page).getByRole('option', { name: `Search for “${text}”` })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`q=${text}`));
    await expect(page.getByRole('heading', { level: 1 })).toContainText(text);
  }
  await page.goto('/docs');
  asked.length = 0;
  await box(page).click();
  await expect(options(page)).toHaveText([/kitty/, /prompt/, /tmux/, 'Forget these searches']);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Delete');
  await expect(options(page)).toHaveText([/prompt/, /tmux/, 'Forget these searches']);
  await options(page).filter({ hasText: 'tmux' }).getByTitle('Remove').click();
  await expect(options(page)).toHaveText([/prompt/, 'Forget these searches']);
  await options(page).first().click();
  await expect(page).toHaveURL(/q=prompt/);
  await expect(box(page)).toHaveValue('prompt');
  expect(asked.filter((url) => /kitty|tmux/.test(url))).toEqual([]);
  await box(page).fill('');
  await options(page).filter({ hasText: 'Forget' }).click();
  await box(page).click();
  await expect(list(page)).toBeHidden();
});

test('typing on asks once for each pause, and never twice for the same text', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/api/v1/suggest')) asked.push(new URL(request.url()).searchParams.get('q') ?? '');
  });
  await page.goto('/docs');
  await box(page).click();
  await expect(box(page)).toHaveRole('combobox');
  await box(page).fill('tidewater');
  await expect(options(page).first()).toContainText('@ada/tidewater');
  await box(page).fill('pure');
  await expect(options(page).first()).toContainText('@inkfish/pure');
  await box(page).fill('tidewater');
  await expect(options(page).first()).toContainText('@ada/tidewater');
  expect(asked).toEqual(['tidewater', 'pure']);
});

test.describe('when suggestions cannot be had', () => {
  test.use({ tolerated: /Failed to load resource|ERR_FAILED/ });

  test('the search itself still works', async ({ page }) => {
    await page.route('**/api/v1/suggest**', (route) => route.abort());
    await page.goto('/docs');
    await box(page).click();
    await box(page).fill('pure');
    await expect(options(page)).toHaveText(['Search for “pure”']);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/q=pure/);
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 700 } });

  test('the list stays within the screen', async ({ page }) => {
    await page.goto('/');
    await box(page).click();
    await box(page).fill('theme');
    await expect(options(page).nth(1)).toBeVisible();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    for (const option of await options(page).all())
      expect((await option.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the field is a plain form', async ({ page }) => {
    await page.goto('/docs');
    await box(page).fill('pure');
    await box(page).press('Enter');
    await expect(page).toHaveURL(/\/explore\?q=pure$/);
  });
});

test('the open list has no accessibility faults that a machine can find', async ({ page }) => {
  await page.goto('/docs');
  await box(page).click();
  await box(page).fill('theme');
  await expect(options(page).nth(1)).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(activeOption(page)).toHaveCount(1);
  const { violations } = await new AxeBuilder({ page }).include('.find').analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`)).toEqual([]);
});
