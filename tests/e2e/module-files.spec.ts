import { createHash } from 'node:crypto';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './support/fixtures';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

test('a reader finds a file in the tree, links to its lines, and copies and downloads it as it is', async ({
  page,
  context,
  request,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/@inkfish/pure');
  await page.getByRole('link', { name: 'Browse them as a tree' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Files of Pure/);
  await page.getByRole('main').getByRole('link', { name: 'pure.zsh', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'pure.zsh' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'What installing does with this file' })).toContainText('creates');

  await page.getByRole('link', { name: /^Permalink to / }).click();
  await expect(page).toHaveURL(/\/@inkfish\/pure\/v\/[\d.]+\/files\/pure\.zsh$/);
  await page.getByRole('link', { name: '12', exact: true }).click();
  await page.getByRole('link', { name: '15', exact: true }).click({ modifiers: ['Shift'] });
  await expect(page).toHaveURL(/#L12-L15$/);
  await expect(page.locator('[data-lit]')).toHaveCount(4);
  await page.reload();
  await expect(page.locator('#L14')).toHaveAttribute('data-lit', '');
  await expect(page.locator('#L16')).not.toHaveAttribute('data-lit');

  const { version } = await (await request.get('/api/v1/modules/inkfish/pure')).json();
  const { files } = await (await request.get(`/api/v1/modules/inkfish/pure/versions/${version}`)).json();
  const { sha256: expected } = files.find(({ path }: { path: string }) => path === 'pure.zsh');
  await page.getByRole('button', { name: 'Copy the file' }).click();
  await expect(page.getByText('Copied the file')).toBeVisible();
  expect(sha256(await page.evaluate(() => navigator.clipboard.readText()))).toBe(expected);

  const raw = await request.get(`/@inkfish/pure/v/${version}/raw/pure.zsh`);
  expect(sha256(await raw.text())).toBe(expected);
  expect(raw.headers()).toMatchObject({
    'content-type': 'text/plain; charset=utf-8',
    'x-content-type-options': 'nosniff',
    'content-disposition': 'attachment; filename="pure.zsh"',
  });
  expect((await request.get(`/@inkfish/pure/v/${version}/raw/nothing`)).status()).toBe(404);
});

test('an updater compares two versions: what it does differently, then every changed line', async ({ page }) => {
  await page.goto('/@inkfish/pure/versions');
  await expect(page.getByRole('listitem').filter({ hasText: 'suspended jobs' }).first()).toContainText('1.27.1');
  await page.getByRole('combobox', { name: /^From/ }).selectOption('1.23.0');
  await page.getByRole('combobox', { name: /^To/ }).selectOption('1.28.3');
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect(page).toHaveURL(/\/diff\/1\.23\.0\.\.\.1\.28\.3$/);
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText('What installing does differently');
  const manifest = page.getByRole('region', { name: 'Changed lines of dotkit.json' });
  await expect(manifest.locator('del').first()).toHaveText('23');
  await expect(manifest.locator('ins').first()).toHaveText('28');
  await expect(page.getByRole('region', { name: 'pure.zsh', exact: true })).toContainText(/\+\d+/);
  await page.getByRole('link', { name: 'Swap' }).click();
  await expect(page).toHaveURL(/\/diff\/1\.28\.3\.\.\.1\.23\.0$/);
  for (const path of ['nonsense', '1.23.0...9.9.9', '1.23.0', '..%2F..'])
    expect((await page.request.get(`/@inkfish/pure/diff/${path}`)).status(), path).toBe(404);
});

test('without JavaScript two versions are compared and a line is linked to all the same', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto('/@inkfish/pure/diff/1.27.1...1.28.3');
  await page.getByRole('combobox', { name: /^From/ }).selectOption('1.23.0');
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect(page).toHaveURL(/\/diff\/1\.23\.0\.\.\.1\.28\.3$/);
  await page.goto('/@inkfish/pure/files/pure.zsh#L12');
  await expect(page.locator('#L12:target')).toBeVisible();
  await page.context().close();
});

test('a module page draws its downloads, cites its bytes, and offers badges and a feed', async ({ page, request }) => {
  await page.goto('/@inkfish/pure');
  const chart = page.getByRole('img', { name: /Downloads a day over the last 90 days/ });
  await expect(chart).toBeVisible();
  await page.getByText('Week by week').click();
  await expect(page.getByRole('columnheader', { name: 'Week from' })).toBeVisible();

  const { sha256: digest, version } = await (await request.get('/api/v1/modules/inkfish/pure')).json();
  await page.getByText('Cite or check these bytes').click();
  const integrity = `sha256-${Buffer.from(digest, 'hex').toString('base64')}`;
  await expect(page.getByText(integrity, { exact: true })).toBeVisible();
  await expect(page.getByText('@software{inkfish-pure')).toContainText(`sha256:${digest}`);

  await page.getByText('Badges for a README').click();
  await expect(page.getByRole('img', { name: 'The version badge' })).toBeVisible();
  const badge = await request.get('/api/badge/inkfish/pure/version.svg');
  expect(badge.headers()['content-type']).toContain('image/svg+xml');
  expect(await badge.text()).toContain(`v${version}`);
  expect((await request.get('/api/badge/inkfish/there-is-none/stars.svg')).status()).toBe(404);

  const feed = await page.locator('link[rel="alternate"][type="application/atom+xml"]').getAttribute('href');
  expect(feed).toMatch(/\/@inkfish\/pure\/feed\.xml$/);
  const answer = await request.get('/@inkfish/pure/feed.xml');
  expect(answer.headers()['content-type']).toContain('application/atom+xml');
  const xml = await answer.text();
  expect(xml.match(/<entry>/g)?.length).toBe(3);
  expect(xml).toContain(`/@inkfish/pure/v/${version}</id>`);
  const again = await request.get('/@inkfish/pure/feed.xml', {
    headers: { 'if-none-match': answer.headers().etag ?? '' },
  });
  expect(again.status()).toBe(304);
  expect(await (await request.get('/@inkfish/feed.xml')).text()).toContain('/@inkfish/pure/v/');
});

const PAGES = ['/files', '/v/1.23.0/files/dotkit.json', '/versions', '/diff/1.27.1...1.28.3'];

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours on a phone`, () => {
    test.use({ colorScheme, viewport: { width: 390, height: 844 } });

    for (const path of PAGES) {
      test(`${path} of a module fits and has no accessibility faults that a machine can find`, async ({ page }) => {
        await page.goto(`/@inkfish/pure${path}`);
        await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow).toBeLessThanOrEqual(0);
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
          .analyze();
        expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`)).toEqual([]);
      });
    }
  });
}
