import type { Page } from '@playwright/test';
import { packPure } from './support/archives';
import { expect, newName, signIn, test } from './support/fixtures';

/** Publishes `@author/quiet` and ends on its settings page. */
async function ownModule(page: Page, author: string) {
  await signIn(page, author, '/dashboard/modules/new');
  await page
    .getByLabel('Archive', { exact: true })
    .setInputFiles(await packPure('p.tgz', { name: `@${author}/quiet` }));
  await page.getByRole('button', { name: /^Publish/ }).click();
  await page.getByRole('link', { name: 'Manage it' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Quiet line' })).toBeVisible();
}

test('a new author is led to publishing', async ({ page }) => {
  await signIn(page, newName('fresh'));
  await expect(page.getByText('You have not published a module yet')).toBeVisible();
  await page.getByRole('link', { name: 'Publish your first module' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Publish a module' })).toBeVisible();
});

test('an author edits a listing, deprecates the module, and sees it in the dashboard', async ({ page }) => {
  const author = newName('editor');
  await ownModule(page, author);
  await page.getByLabel('Keywords').fill('one two three four five six seven eight nine');
  await page.getByRole('button', { name: 'Save listing' }).click();
  await expect(page.getByText('At most 8 keywords.')).toBeVisible();
  await expect(page.getByLabel('Keywords')).toBeFocused();

  await page.getByLabel('Keywords').fill('zsh quiet');
  await page.getByLabel('Title').fill('Quiet and calm');
  await page.getByLabel('Deprecated because').fill('Moved on.');
  await page.getByLabel('Replaced by').fill('@inkfish/pure');
  await page.getByRole('button', { name: 'Save listing' }).click();
  await expect(page.getByText('Saved. Lists and the module page show it.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Quiet and calm' })).toBeVisible();

  await page.getByRole('navigation', { name: 'Dashboard' }).getByRole('link', { name: 'Modules' }).click();
  await expect(page.getByRole('list', { name: 'Your modules' })).toContainText('Quiet and calm');
  await page.getByRole('link', { name: 'Quiet and calm', exact: true }).click();
  await expect(page.getByText('Moved on.')).toBeVisible();
});

test('an author yanks a version with a reason and restores it', async ({ page }) => {
  const author = newName('yank');
  await ownModule(page, author);
  const versions = page.getByRole('list', { name: 'Versions' });
  await versions.getByText('Yank', { exact: false }).first().click();
  await versions.getByLabel('Why').fill('Breaks on zsh 5.9.');
  await versions.getByRole('button', { name: 'Yank this version' }).click();
  await expect(versions).toContainText('yanked Breaks on zsh 5.9.');
  await versions.getByText('Restore', { exact: false }).first().click();
  await versions.getByRole('button', { name: 'Yes, restore' }).click();
  await expect(versions).toContainText('shown');
});

test('a private module exists for its author alone', async ({ page, browser }) => {
  const author = newName('hidden');
  await ownModule(page, author);
  await page.getByLabel('Who sees it').selectOption('private');
  await page.getByRole('button', { name: 'Save listing' }).click();
  await expect(page.getByText('Saved. Lists and the module page show it.')).toBeVisible();
  expect((await page.goto(`/@${author}/quiet`))?.status()).toBe(200);

  const other = await browser.newPage();
  expect((await other.goto(`/@${author}/quiet`))?.status()).toBe(404);
  await signIn(other, newName('other'));
  expect((await other.goto(`/@${author}/quiet`))?.status()).toBe(404);
  expect((await other.goto(`/dashboard/modules/${author}/quiet`))?.status()).toBe(404);
  await other.close();
});

test('the dashboard fits a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const author = newName('phone');
  await ownModule(page, author);
  for (const path of ['', '/modules/new', `/modules/${author}/quiet`, '/tokens', '/collections']) {
    await page.goto(`/dashboard${path}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, path).toBeLessThanOrEqual(0);
  }
});

/** Keeps files from the page until they are let through, and says how many it has asked for. */
async function holdBack(page: Page, files: string) {
  let letThrough: () => void = () => undefined;
  const until = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  let held = 0;
  await page.route(files, async (route) => {
    held += 1;
    await until;
    await route.continue();
  });
  return { letThrough, held: () => held };
}

test('what is typed before the scripts arrive stays', async ({ page }) => {
  await signIn(page, newName('early'), '/dashboard/tokens');
  const scripts = await holdBack(page, '**/_next/static/**/*.js');
  await page.goto('/dashboard/tokens', { waitUntil: 'commit' });
  await page.getByLabel('Name').fill('typed early');
  await page.getByRole('checkbox', { name: 'manage' }).check();
  await page.getByLabel('Lives for').selectOption('7');
  scripts.letThrough();
  await page.waitForLoadState('load');
  await page.getByRole('button', { name: 'Create token' }).click();
  await expect(page.getByText('Copy the token now')).toBeVisible();
  const list = page.getByRole('list', { name: 'Your tokens' });
  await expect(list).toContainText('typed early');
  await expect(list).toContainText('publish manage');
});

test('tick boxes stay where they are when the typefaces come', async ({ page }) => {
  await signIn(page, newName('steady'), '/dashboard/tokens');
  const faces = await holdBack(page, '**/*.woff2');
  const places = () =>
    page
      .getByRole('checkbox')
      .evaluateAll((boxes) => boxes.map((box) => [box.getBoundingClientRect().x, box.getBoundingClientRect().y]));
  const loaded = () => page.evaluate(() => [...document.fonts].filter(({ status }) => status === 'loaded').length);
  await page.goto('/dashboard/tokens', { waitUntil: 'domcontentloaded' });
  await expect(page.getByRole('checkbox')).toHaveCount(3);
  await expect.poll(faces.held).toBeGreaterThan(0);
  const [before, own] = [await places(), await loaded()];
  faces.letThrough();
  await expect.poll(loaded).toBeGreaterThan(own);
  await page.evaluate(() => document.fonts.ready.then(() => true));
  for (const [at, [x = 0, y = 0]] of (await places()).entries()) {
    expect(Math.abs(x - (before[at]?.[0] ?? 0)), 'sideways').toBeLessThan(2);
    expect(Math.abs(y - (before[at]?.[1] ?? 0)), 'down').toBeLessThan(2);
  }
});
