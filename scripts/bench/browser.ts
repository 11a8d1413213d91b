import { type Browser, chromium } from '@playwright/test';
import { findBrowser } from '../lib/browser.mjs';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

type Loaded = { url: string; type: string; body: Buffer | null };

export async function withBrowser<T>(work: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: FLAGS });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

/** Everything that a fresh browser asks the network for until a page is quiet, nothing touched. */
export async function loadPage(browser: Browser, url: string): Promise<Loaded[]> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    const loads: Promise<Loaded>[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith('http')) return;
      loads.push(
        request.response().then(
          async (response) => ({
            url: request.url(),
            type: request.resourceType(),
            body: request.resourceType() === 'script' && response ? await response.body() : null,
          }),
          () => ({ url: request.url(), type: request.resourceType(), body: null }),
        ),
      );
    });
    await page.goto(url, { waitUntil: 'networkidle' });
    return await Promise.all(loads);
  } finally {
    await context.close();
  }
}
