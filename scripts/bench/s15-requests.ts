import { loadPage, withBrowser } from './browser';
import { atMost, type Bench, given } from './settings';

/** S15: what a first visit of the listing costs before anybody touches it. */
export const measureRequests: Bench = async () =>
  withBrowser(async (browser) => {
    const loaded = await loadPage(browser, `${given('APP_URL')}/explore`);
    const kinds = new Map<string, number>();
    for (const { type } of loaded) kinds.set(type, (kinds.get(type) ?? 0) + 1);
    const listed = [...kinds].map(([type, count]) => `${count} ${type}`).join(', ');
    return [
      {
        goal: 'S15',
        what: 'requests before interaction on /explore',
        ...atMost(loaded.length, 15),
        measured: String(loaded.length),
        method: `Chromium, empty cache, until the network is idle: ${listed}`,
      },
    ];
  });
