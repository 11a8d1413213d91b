import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig, devices } from '@playwright/test';

const port = process.env.E2E_PORT ?? '3155';
const baseURL = process.env.E2E_BASE_URL ?? `http://localhost:${port}`;
// Workers load this file too; they must see the folder that the first load made.
process.env.E2E_DATA_DIR ??= mkdtempSync(join(tmpdir(), 'dotkit-e2e-'));

/** The flags that Debian's Chromium needs as root and without a network. */
const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export default defineConfig({
  testDir: 'tests/e2e',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  globalTeardown: './tests/e2e/support/teardown.ts',
  use: {
    ...devices['Desktop Chrome'],
    baseURL,
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: CHROMIUM_FLAGS },
  },
  ...(process.env.E2E_BASE_URL
    ? {}
    : {
        webServer: {
          command: `node scripts/start.mjs --port ${port} --data "${process.env.E2E_DATA_DIR}"`,
          // The ready line comes after the demo catalogue; a port that answers would be too early.
          wait: { stdout: /dotkit ready on/ },
          timeout: 240_000,
          gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
        },
      }),
});
