import AxeBuilder from '@axe-core/playwright';
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
  '/sign-in',
];
const OWN = ['/dashboard', '/dashboard/modules/new', '/dashboard/tokens', '/dashboard/collections', '/settings'];

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme });

    test('public pages have no accessibility faults that a machine can find', async ({ page }) => {
      for (const path of PUBLIC) {
        await page.goto(path);
        const { violations } = await new AxeBuilder({ page })
          // The picture of a theme is its palette as it is; what the site itself writes is checked.
          .exclude('.pv')
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
          .analyze();
        expect(violations.map(({ id, nodes }) => `${path} ${id} ${nodes[0]?.html ?? ''}`)).toEqual([]);
      }
    });

    test('neither have the pages of the dashboard', async ({ page }) => {
      await signIn(page, newName('axe'));
      for (const path of OWN) {
        await page.goto(path);
        const { violations } = await new AxeBuilder({ page })
          // The picture of a theme is its palette as it is; what the site itself writes is checked.
          .exclude('.pv')
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
          .analyze();
        expect(violations.map(({ id, nodes }) => `${path} ${id} ${nodes[0]?.html ?? ''}`)).toEqual([]);
      }
    });
  });
}
