import { expect, newName, signIn, test } from './support/fixtures';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a token is made, shown once, works, and stops working when it is revoked', async ({ page, request }) => {
      const owner = newName('token');
      await signIn(page, owner, '/dashboard/tokens');
      await page.getByRole('checkbox', { name: 'publish' }).uncheck();
      await page.getByRole('checkbox', { name: 'read' }).check();
      await page.getByRole('checkbox', { name: 'manage' }).check();
      await page.getByRole('button', { name: 'Create token' }).click();
      await expect(page.getByText('Give the token a name.')).toBeVisible();
      await expect(page.getByLabel('Name')).toBeFocused();
      await expect(page.getByRole('checkbox', { name: 'manage' })).toBeChecked();
      await expect(page.getByRole('checkbox', { name: 'publish' })).not.toBeChecked();

      await page.getByLabel('Name').fill('laptop');
      await page.getByRole('button', { name: 'Create token' }).click();
      const secret = (await page.getByText(/^dk_[\w-]{48}$/).textContent()) ?? '';
      expect(page.url()).not.toContain('dk_');
      const me = await request.get('/api/v1/me', { headers: { authorization: `Bearer ${secret}` } });
      expect(await me.json()).toMatchObject({ username: owner });

      const list = page.getByRole('list', { name: 'Your tokens' });
      await expect(list).toContainText('laptop');
      await page.goto('/dashboard/tokens');
      await expect(page.getByText(secret)).toHaveCount(0);
      await list.getByText('Revoke').first().click();
      await list.getByRole('button', { name: 'Yes, revoke' }).click();
      await expect(page.getByText('No tokens yet')).toBeVisible();
      const after = await request.get('/api/v1/me', { headers: { authorization: `Bearer ${secret}` } });
      expect(after.status()).toBe(401);
    });
  });
}
