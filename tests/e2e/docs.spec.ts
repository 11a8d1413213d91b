import AxeBuilder from '@axe-core/playwright';
import { DOCS_PAGES } from '@/components/docs/pages';
import { expect, test } from './support/fixtures';

const paths = [...DOCS_PAGES.map(({ slug }) => `/docs/${slug}`.replace(/\/$/, '')), '/docs/search?q=rollback'];

test('a reader goes through the handbook page by page, and to a part of a page', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/docs');
  for (const { title } of DOCS_PAGES.slice(1)) {
    await page.getByRole('navigation', { name: 'Next and previous page' }).getByRole('link', { name: /^Next/ }).click();
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  }
  await page.goto('/docs/installing');
  await page.getByRole('navigation', { name: 'On this page' }).getByRole('link', { name: 'The way back' }).click();
  await expect(page).toHaveURL(/#the-way-back$/);
  await expect(page.getByRole('heading', { name: 'The way back' })).toBeInViewport();
});

test('a command is copied as it stands', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/docs/quick-start');
  await page.getByRole('button', { name: 'Copy the commands' }).first().click();
  await expect(page.getByText('Copied the commands')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /^export DOTKIT_REGISTRY=\S+\nnpx dotkit --version/,
  );
});

test('what somebody does not find in the handbook is said so, and so is what cannot be searched for', async ({
  page,
}) => {
  await page.goto('/docs/search?q=zyxwvutsrq');
  await expect(page.getByText('Nothing in the handbook fits “zyxwvutsrq”')).toBeVisible();
  await page.goto('/docs/search?q=one&q=two');
  await expect(page.getByText('Search for one text at a time.')).toBeVisible();
  await page.goto(`/docs/search?q=${'a'.repeat(201)}`);
  await expect(page.getByText('A search may have at most 200 characters.')).toBeVisible();
  await page.goto(`/docs/search?q=${encodeURIComponent('<script>alert(1)</script>')}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Search the handbook' })).toBeVisible();
  await page.goto('/docs/search?q=device%20code');
  await page.getByRole('list', { name: 'Results' }).getByRole('link').first().click();
  await expect(page).toHaveURL(/\/docs\/api\/device#/);
  await page.goto('/docs/search');
  await expect(page.getByText('Type what you want to know')).toBeVisible();
  expect((await page.request.get('/docs/no-such-page')).status()).toBe(404);
});

test('the site map names every page of the handbook', async ({ request }) => {
  const map = await (await request.get('/sitemaps/site.xml')).text();
  for (const { slug } of DOCS_PAGES) expect(map).toMatch(new RegExp(`<loc>[^<]*/docs${slug && `/${slug}`}</loc>`));
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });

  test('a reader searches the handbook on a phone and opens what was found', async ({ page }) => {
    await page.goto('/docs');
    await page.getByLabel('Search the handbook').fill('token in github actions');
    await page.getByLabel('Search the handbook').press('Enter');
    await expect(page).toHaveURL(/\/docs\/search\?q=token/);
    await expect(page.getByLabel('Search the handbook')).toHaveValue('token in github actions');
    await page
      .getByRole('list', { name: 'Results' })
      .getByRole('link', { name: /GitHub Actions/ })
      .click();
    await expect(page).toHaveURL(/\/docs\/ci#github-actions$/);
    await page.getByText('All pages of the handbook').click();
    await page.getByRole('navigation', { name: 'Handbook' }).getByRole('link', { name: 'Manifest reference' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Manifest reference' })).toBeVisible();
  });
});

async function faultsOf(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`);
}

test('no page of the handbook has accessibility faults, or scrolls sideways', async ({ page }) => {
  test.setTimeout(240_000);
  for (const path of paths) {
    await page.goto(path);
    const axe = new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']);
    expect(await faultsOf(axe), path).toEqual([]);
    for (const width of [390, 768, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      const beyond = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(beyond, `${path} at ${width}`).toBe(0);
    }
    // Of all that is looked for, the scheme changes only the contrast.
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await faultsOf(new AxeBuilder({ page }).withRules('color-contrast')), `${path} in dark colours`).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
  }
});
