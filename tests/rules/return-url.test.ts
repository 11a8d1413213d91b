import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isSameOrigin, safeReturnUrl } from '@/lib/infra/identity-cookies';
import { corporaFolder } from '../support/archives/corpora';
import { ENVIRONMENT, pretendEnvironment } from '../support/environment';

pretendEnvironment();
const ORIGIN = ENVIRONMENT.APP_URL;
const folder = corporaFolder();

it.each([
  ['/dashboard', '/dashboard'],
  ['/explore?q=a&sort=new', '/explore?q=a&sort=new'],
  ['/@ada/tool#readme', '/@ada/tool#readme'],
  [`${ORIGIN}/settings`, '/settings'],
  ['settings', '/settings'],
  ['https:settings', '/settings'],
  ['/a/../b', '/b'],
])('goes on to %s', (raw, path) => {
  expect(safeReturnUrl(raw).href).toBe(ORIGIN + path);
});

it.each([
  null,
  undefined,
  '',
  'https://evil.example',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  'https:\\\\evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  `${ORIGIN}@evil.example`,
  `${ORIGIN}.evil.example`,
  'http://dotkit.example/',
  'https://dotkit.example:8443/',
  '/\t/evil.example',
  '\t//evil.example',
  'https://[::1',
])('goes home instead of to %j', (raw) => {
  const target = safeReturnUrl(raw);
  expect(target.origin).toBe(ORIGIN);
  expect(target.pathname).toBe('/');
});

/** As the code uses it: the path is put behind the site's origin again by the browser. */
const landing = (raw: string) => {
  const { pathname, search, href } = safeReturnUrl(raw);
  return [href, new URL(pathname + search, ORIGIN).href];
};

it.skipIf(!folder)('never leaves the site, whatever the collections of open redirects say', () => {
  const lists = readdirSync(join(folder ?? '', 'text/url'));
  const payloads = lists.flatMap((file) => readFileSync(join(folder ?? '', 'text/url', file), 'utf8').split('\n'));
  const decoded = payloads.flatMap((line) => {
    try {
      return [line, decodeURIComponent(line), decodeURIComponent(decodeURIComponent(line))];
    } catch {
      return [line];
    }
  });
  const hosts = decoded.map((line) => line.replaceAll('www.whitelisteddomain.tld', 'dotkit.example'));
  const all = [...new Set([...decoded, ...hosts])];
  const leaving = all.filter((raw) => landing(raw).some((href) => !href.startsWith(`${ORIGIN}/`)));
  console.log(`open redirects: ${leaving.length} of ${all.length} payloads leave the site`);
  expect(all.length).toBeGreaterThan(300);
  expect(leaving).toEqual([]);
});

it.each([
  [{ origin: ORIGIN }, true],
  [{ origin: 'https://evil.example' }, false],
  [{ origin: 'null' }, false],
  [{ origin: `${ORIGIN}.evil.example` }, false],
  [{ 'sec-fetch-site': 'same-origin' }, true],
  [{ 'sec-fetch-site': 'cross-site' }, false],
  [{}, true],
])('a form with %j comes from this site: %s', (headers, expected) => {
  expect(isSameOrigin(new Request(ORIGIN, { method: 'POST', headers: headers as Record<string, string> }))).toBe(
    expected,
  );
});
