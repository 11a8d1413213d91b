import { given } from './settings';

type Listed = { namespace: string; name: string; version: string };

const site = () => given('APP_URL');

/** The most popular modules of the catalogue that is being served. */
export async function popularModules(limit: number): Promise<Listed[]> {
  const answer = await fetch(`${site()}/api/v1/modules?sort=stars&limit=${limit}`);
  if (!answer.ok) throw new Error(`the catalogue answered ${answer.status}`);
  return ((await answer.json()) as { items: Listed[] }).items;
}

/** The three public pages that every visitor sees. */
export async function publicPages(): Promise<{ name: string; path: string }[]> {
  const [first] = await popularModules(1);
  if (!first) throw new Error('the catalogue is empty');
  return [
    { name: 'home', path: '/' },
    { name: 'explore', path: '/explore' },
    { name: 'module', path: `/@${first.namespace}/${first.name}` },
  ];
}

/** The HTML of a page, after it was asked for once, so that it comes from what is prerendered. */
export async function htmlOf(url: string): Promise<string> {
  for (let tries = 0; ; tries += 1) {
    const answer = await fetch(url, { headers: { 'accept-encoding': 'identity' } });
    if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
    const html = await answer.text();
    if (tries > 0 && answer.headers.get('x-nextjs-cache') !== 'STALE') return html;
    if (tries > 20) throw new Error(`${url} stays stale`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}
