import { expect, newName, signIn, test } from './support/fixtures';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a page of one’s own leads to the sign-in page and back, and signing out ends it', async ({ page }) => {
      await page.goto('/dashboard/tokens');
      await expect(page).toHaveURL('/sign-in?redirect_url=%2Fdashboard%2Ftokens');
      await page.getByRole('button', { name: /@ada/ }).click();
      await expect(page).toHaveURL('/dashboard/tokens');
      await page.getByRole('link', { name: 'Settings' }).click();
      await expect(page.getByText('You are @ada.')).toBeVisible();
      await page.getByRole('button', { name: 'Sign out' }).click();
      await expect(page).toHaveURL('/');
      await page.goto('/settings');
      await expect(page).toHaveURL(/\/sign-in\?/);
    });

    test('a name that cannot be had is refused in a sentence, and stays in its field', async ({ page }) => {
      await page.goto('/sign-in');
      const refused: [string, string][] = [
        ['admin', 'The name “admin” is reserved.'],
        ['two words', 'Use 1 to 39 lower-case letters, digits or hyphens'],
        ['1inus', 'The name “1inus” looks too much like one that exists already.'],
      ];
      for (const [name, sentence] of refused) {
        await page.getByLabel('Username').fill(name);
        await page.getByRole('button', { name: 'Sign in', exact: true }).click();
        await expect(page.getByText(sentence)).toBeVisible();
        await expect(page.getByLabel('Username')).toHaveValue(name);
        await expect(page.getByLabel('Username')).toBeFocused();
      }
    });

    test('a person changes what everybody sees of them', async ({ page }) => {
      const username = newName('named');
      await signIn(page, username, '/settings');
      await page.getByLabel('Display name').fill('Ada of the shells');
      await page.getByLabel('About you').fill('x'.repeat(301));
      await page.getByRole('button', { name: 'Save' }).click();
      await expect(page.getByText('At most 300 characters.', { exact: true })).toBeVisible();
      await expect(page.getByLabel('Display name')).toHaveValue('Ada of the shells');
      await page.getByLabel('About you').fill('Configs, mostly.');
      await page.getByRole('button', { name: 'Save' }).click();
      await expect(page.getByText('Saved. Your profile shows it.')).toBeVisible();
      await page.goto(`/@${username}`);
      await expect(page.getByRole('heading', { level: 1, name: 'Ada of the shells' })).toBeVisible();
      await expect(page.getByText('Configs, mostly.')).toBeVisible();
    });
  });
}

test('signing in never leads away from the site', async ({ page }) => {
  for (const target of ['https://evil.example/', '//evil.example/', '/\\evil.example']) {
    await page.goto(`/sign-in?redirect_url=${encodeURIComponent(target)}`);
    await page.getByLabel('Username').fill(newName('away'));
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(page).toHaveURL(/^http:\/\/localhost/);
  }
});
