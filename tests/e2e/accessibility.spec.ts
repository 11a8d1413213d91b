import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, newName, signIn, test } from './support/fixtures';

const PUBLIC = [
  '/',
  '/explore',
  '/explore?q=prompt',
  '/@ada',
  '/@ada/tidewater',
  '/@inkfish/pure',
  '/@inkfish/pure/files/pure.zsh',
  '/docs',
  '/docs/api',
  '/docs/api/modules',
  '/sign-in',
];
const OWN = [
  '/dashboard',
  '/dashboard/modules/new',
  '/dashboard/tokens',
  '/dashboard/collections',
  '/settings',
  '/device',
];

async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    // The picture of a theme is its palette as it is; what the site itself writes is checked.
    .exclude('.pv')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze();
  return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme });

    for (const path of PUBLIC) {
      test(`${path} has no accessibility faults that a machine can find`, async ({ page }) => {
        await page.goto(path);
        expect(await faultsOf(page)).toEqual([]);
      });
    }

    test('neither have the pages of the dashboard', async ({ page }) => {
      await signIn(page, newName('axe'));
      for (const path of OWN) {
        await page.goto(path);
        expect(await faultsOf(page), path).toEqual([]);
      }
    });
  });
}
