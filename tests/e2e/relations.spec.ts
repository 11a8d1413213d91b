import { expect, test } from './support/fixtures';

test('a visitor reads what installing does to every path, and what the words mean', async ({ page }) => {
  await page.goto('/@ada/tmux-calm');
  const map = page.getByRole('list', { name: 'Paths that installing writes' });
  await expect(map).toContainText('~/.config/tmux/');
  await expect(map).toContainText('fills a template');
  await expect(map.getByText('tmux.conf', { exact: true }).first()).toBeVisible();
  await page.getByText('What these words mean').click();
  await expect(page.getByText('Created once, then yours: never overwritten.')).toBeVisible();
  await page.getByText('What this means').first().click();
  await expect(page.getByText('Whether anything in it asks for administrator rights.')).toBeVisible();
});

test('a visitor sees with what a window manager clashes before installing it', async ({ page }) => {
  await page.goto('/@kestrel/skhd-moves');
  const clashes = page.locator('#clashes');
  await expect(clashes.getByRole('heading', { name: 'Same key binding' })).toBeVisible();
  await expect(clashes.getByRole('link', { name: '@margaret/aerospace-grid' }).first()).toBeVisible();
  await expect(clashes).toContainText('The one that is read later replaces the other.');
});

const OWN = `alias gs='git status'
alias.s status --short
~/.config/git/other
@nobody/nothing-here
what is this line?`;

test('a person pastes what they have and learns what clashes, what is free, and what was not understood', async ({
  page,
}) => {
  await page.goto('/@linus/git-short');
  await page.getByRole('link', { name: 'Check against what you have' }).click();
  await page.getByLabel('What you have').fill(OWN);
  await page.getByRole('button', { name: 'Compare with this module' }).click();
  await expect(page.getByRole('status').filter({ hasText: '1 thing clashes.' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('Line 2: alias.s status --short');
  await expect(page.getByRole('heading', { name: 'What is free' })).toBeVisible();
  await expect(page.getByText('no public module of this name')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Not understood' })).toBeVisible();
  await expect(page.getByText('what is this line?', { exact: true }).last()).toBeVisible();
  await expect(page.getByLabel('What you have')).toHaveValue(OWN);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the pasted list is checked just the same, and stays', async ({ page }) => {
    await page.goto('/@linus/git-short/clashes');
    await page.getByLabel('What you have').fill(OWN);
    await page.getByRole('button', { name: 'Compare with this module' }).click();
    await expect(page.getByText('1 thing clashes.')).toBeVisible();
    await expect(page.getByLabel('What you have')).toHaveValue(OWN);
  });
});

test('the graph leads to what a bundle holds, and a module names who uses it', async ({ page }) => {
  await page.goto('/@ada/quiet-desk');
  const section = page.locator('#dependencies');
  await expect(section.getByRole('heading', { name: 'Holds 6' })).toBeVisible();
  await expect(section).toContainText('^2.0.0 takes 2.');
  await section.locator('svg a[href="/@ada/tmux-calm"]').click();
  await expect(page).toHaveURL(/\/@ada\/tmux-calm$/);
  await expect(page.locator('#dependencies').getByRole('link', { name: '@ada/quiet-desk' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Often installed together' })).toBeVisible();
});

test('a module that is not there has no page to check against', async ({ page }) => {
  expect((await page.goto('/@nobody/nothing/clashes'))?.status()).toBe(404);
});

test('none of it scrolls a phone sideways', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of ['/@ada/quiet-desk', '/@kestrel/skhd-moves', '/@linus/git-short/clashes']) {
    await page.goto(path);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, path).toBeLessThanOrEqual(0);
  }
});
