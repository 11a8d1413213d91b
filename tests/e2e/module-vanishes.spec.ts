import type { APIRequestContext, Page } from '@playwright/test';
import { packPure } from './support/archives';
import { expect, newName, signIn, test } from './support/fixtures';

/** Everything that says something of a module, below its address. */
const PARTS = [
  '',
  '/files',
  '/files/pure.zsh',
  '/v/1.28.3',
  '/v/1.28.3/files',
  '/v/1.28.3/files/pure.zsh',
  '/v/1.28.3/raw/pure.zsh',
  '/versions',
  '/diff/1.28.3...1.28.3',
  '/feed.xml',
];

async function statuses(visitor: APIRequestContext, author: string): Promise<number[]> {
  const addresses = [...PARTS.flatMap((part) => [`/@${author}/quiet${part}`, `/%40${author}/quiet${part}`])];
  const found: number[] = [];
  for (const address of [...addresses, `/api/badge/${author}/quiet/version.svg`])
    found.push((await visitor.get(address)).status());
  return [...new Set(found)];
}

async function setVisibility(page: Page, author: string, visibility: string) {
  await page.goto(`/dashboard/modules/${author}/quiet`);
  const listing = page.locator('form').filter({ has: page.getByRole('button', { name: 'Save listing' }) });
  await listing.getByLabel('Who sees it').selectOption(visibility);
  await listing.getByRole('button', { name: 'Save listing' }).click();
  await expect(page.getByText('Saved. Lists and the module page show it.')).toBeVisible();
}

test('a module that turns private is gone at once from every address it was shown at, and back when it returns', async ({
  page,
  request,
}) => {
  const author = newName('waver');
  await signIn(page, author, '/dashboard/modules/new');
  const archive = await packPure('p.tgz', { name: `@${author}/quiet` });
  await page.getByLabel('Archive', { exact: true }).setInputFiles(archive);
  await page.getByRole('button', { name: /^Publish/ }).click();
  await expect(page.getByRole('link', { name: 'Manage it' })).toBeVisible();

  expect(await statuses(request, author)).toEqual([200]);
  const kept = await request.get(`/@${author}/quiet/v/1.28.3/files/pure.zsh`);
  expect(kept.headers()['x-nextjs-cache'], 'the page is a prerendered one').toBe('HIT');

  await setVisibility(page, author, 'private');
  expect(await statuses(request, author)).toEqual([404]);
  // The author still sees all of it.
  for (const part of PARTS) expect((await page.request.get(`/@${author}/quiet${part}`)).status(), part).toBe(200);

  await setVisibility(page, author, 'public');
  expect(await statuses(request, author)).toEqual([200]);
});

test('a yanked version says so at once on its own page, its files and in the feed', async ({ page, request }) => {
  const author = newName('regret');
  await signIn(page, author, '/dashboard/modules/new');
  const archive = await packPure('p.tgz', { name: `@${author}/quiet` });
  await page.getByLabel('Archive', { exact: true }).setInputFiles(archive);
  await page.getByRole('button', { name: /^Publish/ }).click();
  await page.getByRole('link', { name: 'Manage it' }).click();
  const shown = ['/v/1.28.3', '/v/1.28.3/files/pure.zsh', '/files', '/versions', '/feed.xml'];
  for (const part of shown)
    expect(await (await request.get(`/@${author}/quiet${part}`)).text()).not.toContain('Oh no.');

  const versions = page.getByRole('list', { name: 'Versions' });
  await versions.getByText('Yank', { exact: false }).first().click();
  await versions.getByLabel('Why').fill('Oh no.');
  await versions.getByRole('button', { name: 'Yank this version' }).click();
  await expect(versions).toContainText('Oh no.');
  for (const part of shown)
    expect(await (await request.get(`/@${author}/quiet${part}`)).text(), part).toContain('Oh no.');
});
