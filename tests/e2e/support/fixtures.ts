import { randomBytes } from 'node:crypto';
import { test as base, expect, type Page } from '@playwright/test';

/** A name that no other test uses, so that tests can run side by side. */
export const newName = (prefix: string): string => `${prefix}-${randomBytes(4).toString('hex')}`;

/** Signs in as a person would: by typing a name. */
export async function signIn(page: Page, username: string, then = '/dashboard'): Promise<void> {
  await page.goto(`/sign-in?redirect_url=${encodeURIComponent(then)}`);
  await page.getByLabel('Username').fill(username);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL((url) => url.pathname === then);
}

/** Every test fails on an error in the console or a script that the content policy stopped. */
export const test = base.extend<{ tolerated: RegExp | undefined; quietConsole: undefined }>({
  /** What a test provokes on purpose, such as a network that fails. */
  tolerated: [undefined, { option: true }],
  quietConsole: [
    async ({ page, tolerated }, use) => {
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => {
        // Chromium reports every 404 as an error of the page; tests that expect one say so themselves.
        if (message.type() === 'error' && !message.text().includes('status of 404')) complaints.push(message.text());
      });
      await use(undefined);
      expect(complaints.filter((text) => !tolerated?.test(text))).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
