import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './support/fixtures';

test('a visitor compares two modules, adds a third, and takes one away', async ({ page }) => {
  await page.goto('/@ada/tmux-calm');
  await page.getByRole('link', { name: 'Compare with others' }).click();
  await expect(page.getByRole('columnheader', { name: /tmux-calm/ })).toBeVisible();
  await page.getByLabel('Add a module').fill('kestrel/screen-plain');
  await page.getByRole('button', { name: 'Add' }).click();
  await expect(page.getByRole('columnheader', { name: /screen-plain/ })).toBeVisible();
  await expect(page.getByRole('rowheader', { name: /^Writes/ })).toContainText('differs');
  await expect(page.getByRole('rowheader', { name: 'Kind', exact: true })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Clashes among them' })).toBeVisible();
  await page.getByLabel('Add a module').fill('@linus/zellij-deck');
  await page.getByRole('button', { name: 'Add' }).click();
  await page.getByRole('link', { name: 'Remove screen-plain' }).click();
  await expect(page.getByRole('columnheader', { name: /screen-plain/ })).toHaveCount(0);
  await expect(page.getByRole('columnheader', { name: /zellij-deck/ })).toBeVisible();
});

test('two that take the same keys are told so', async ({ page }) => {
  await page.goto('/compare?m=@margaret/aerospace-grid&m=@kestrel/skhd-moves');
  const among = page.getByRole('region', { name: 'Clashes among them' });
  await expect(among).toContainText('Same key binding');
  await expect(among).toContainText('@kestrel/skhd-moves');
});

test('what cannot be compared is named, and the rest is compared', async ({ page }) => {
  await page.goto('/compare?m=@nobody/nothing&m=%24%7B%7D&m=@ada/tidewater&m=@a/b&m=@c/d&m=@e/f&m=@g/h');
  await expect(page.getByText('There is no public module @nobody/nothing.')).toBeVisible();
  await expect(page.getByText('is not a module.')).toBeVisible();
  await expect(page.getByText('a page compares up to four').first()).toBeVisible();
  await expect(page.getByRole('columnheader', { name: /Tidewater/ })).toBeVisible();
  await page.goto('/compare');
  await expect(page.getByText('Nothing to compare yet')).toBeVisible();
});

test('on a phone the names of the rows stay while the columns scroll, and the page does not', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/compare?m=@ada/tidewater&m=@grace/ember-hours&m=@tove/plumline');
  const label = page.getByRole('rowheader', { name: 'Kind', exact: true });
  const before = await label.boundingBox();
  await page.getByRole('region', { name: 'Comparison' }).evaluate((table) => table.scrollBy(200, 0));
  await expect(label).toBeInViewport();
  expect((await label.boundingBox())?.x).toBe(before?.x);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme });

    test('comparing and checking have no accessibility faults that a machine can find', async ({ page }) => {
      for (const path of ['/compare?m=@ada/tmux-calm&m=@kestrel/screen-plain', '/@linus/git-short/clashes']) {
        await page.goto(path);
        const { violations } = await new AxeBuilder({ page })
          .exclude('.pv')
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
          .analyze();
        expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`)).toEqual([]);
      }
    });
  });

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the form adds a module', async ({ page }) => {
    await page.goto('/compare');
    await page.getByLabel('A module').fill('@ada/tidewater');
    await page.getByLabel('With').fill('@grace/ember-hours');
    await page.getByRole('button', { name: 'Compare' }).click();
    await expect(page.getByRole('columnheader', { name: /Ember Hours/ })).toBeVisible();
  });
});
