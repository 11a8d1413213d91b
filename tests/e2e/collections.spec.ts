import { expect, newName, signIn, test } from './support/fixtures';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a person collects a module, changes the collection, empties it and deletes it', async ({ page }) => {
      const owner = newName('shelf');
      await signIn(page, owner, '/dashboard/collections');
      await page.getByRole('button', { name: 'Create collection' }).click();
      await expect(page.getByText('A title is needed.')).toBeVisible();
      await page.getByLabel('Title').fill('Calm terminal');
      await page.getByRole('button', { name: 'Create collection' }).click();
      const list = page.getByRole('list', { name: 'Your collections' });
      await expect(list).toContainText('Calm terminal');

      await page.getByLabel('Title').fill('Calm terminal');
      await page.getByRole('button', { name: 'Create collection' }).click();
      await expect(page.getByText('You have a collection at “calm-terminal” already.')).toBeVisible();
      await expect(page.getByLabel('Title')).toHaveValue('Calm terminal');

      await page.goto('/@ada/tidewater');
      await page.getByText('Collect', { exact: true }).click();
      await page.getByRole('button', { name: 'Calm terminal' }).click();
      if (javaScriptEnabled) await expect(page.getByText('Added to Calm terminal')).toBeVisible();

      await page.goto('/dashboard/collections/calm-terminal');
      await expect(page.getByRole('link', { name: 'Tidewater' })).toBeVisible();
      await page.getByLabel('Description').fill('For evenings.');
      await page.getByRole('button', { name: 'Save' }).click();
      await expect(page.getByText('Saved.')).toBeVisible();
      await page.getByRole('link', { name: 'See it as visitors do' }).click();
      await expect(page.getByText('For evenings.')).toBeVisible();

      await page.goto('/dashboard/collections/calm-terminal');
      await page.getByRole('button', { name: 'Remove Tidewater' }).click();
      await expect(page.getByText('Nothing collected yet')).toBeVisible();
      await page.getByText('Delete the collection').click();
      await page.getByRole('button', { name: 'Yes, delete it' }).click();
      await expect(page).toHaveURL(/\/dashboard\/collections$/);
      await expect(page.getByText('No collections yet')).toBeVisible();
    });
  });
}
