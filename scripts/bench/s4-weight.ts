import { gzipSync } from 'node:zlib';
import type { Browser } from '@playwright/test';
import { loadPage, withBrowser } from './browser';
import { atMost, type Bench, given, type Row } from './settings';
import { htmlOf, publicPages } from './site-pages';

const gzipped = (bytes: string | Buffer) => gzipSync(bytes).byteLength;
const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

async function scriptBytes(browser: Browser, url: string): Promise<number> {
  const loaded = await loadPage(browser, url);
  return loaded.reduce((sum, { body }) => sum + (body ? gzipped(body) : 0), 0);
}

async function measureHtml(): Promise<Row> {
  const html = gzipped(await htmlOf(`${given('APP_URL')}/explore`));
  const json = gzipped(await (await fetch(`${given('APP_URL')}/api/v1/modules?limit=24`)).text());
  return {
    goal: 'S4',
    what: 'explore: HTML ÷ its own JSON',
    ...atMost(html / json, 2),
    method: `gzip: ${kB(html)} ÷ ${kB(json)} of /api/v1/modules?limit=24`,
  };
}

/** S4: what travels: HTML against JSON, scripts against those of a bare page. */
export const measureWeight: Bench = async () => {
  const rows = [await measureHtml()];
  await withBrowser(async (browser) => {
    const bare = await scriptBytes(browser, `${given('BENCH_REFERENCE')}/`);
    for (const { name, path } of await publicPages()) {
      const ours = await scriptBytes(browser, `${given('APP_URL')}${path}`);
      rows.push({
        goal: 'S4',
        what: `${name}: scripts ÷ a bare page's`,
        ...atMost(ours / bare, 1.1),
        method: `sum of gzip of all scripts that Chromium loads: ${kB(ours)} ÷ ${kB(bare)}`,
      });
    }
  });
  return rows;
};
