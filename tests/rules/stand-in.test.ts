import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { listModulesSchema } from '@/lib/discovery/schema';
import { standInFor } from '@/lib/infra/stand-in';
import { MODULE_KINDS } from '@/types/module-kind';
import { SEARCH_PARAMETERS } from '@/types/search-parameters';

const ask = (address: string, others: { contentType?: string; carriesSession?: boolean } = {}) => {
  const { pathname, searchParams } = new URL(address, 'http://dotkit.test');
  return standInFor({ pathname, query: searchParams, contentType: null, carriesSession: false, ...others });
};

describe('a page that depends on the request', () => {
  it('answers for searches, and for nothing else under /explore', () => {
    for (const parameter of SEARCH_PARAMETERS)
      expect(ask(`/explore?${parameter}=x`), parameter).toBe('/explore/search');
    expect(ask('/explore?kind=prompt&q=x')).toBe('/explore/search');
    expect(ask('/explore?kind=nonsense')).toBe('/explore/search');
    expect(ask('/explore?q=&q=x')).toBe('/explore/search');
    for (const plain of ['', '?kind=prompt', '?q=', '?kind=', '?utm_source=x', '?q=&kind=script'])
      expect(ask(`/explore${plain}`), plain).toBeNull();
  });

  it('answers for a colour that was chosen', () => {
    expect(ask('/colors?color=ff0000')).toBe('/colors/near');
    expect(ask('/colors?hex=%23ff0000')).toBe('/colors/near');
    expect(ask('/colors')).toBeNull();
  });

  it('answers for the form of the sign-in page, not for the page', () => {
    expect(ask('/sign-in', { contentType: 'application/x-www-form-urlencoded' })).toBe('/identity/sign-in');
    expect(ask('/sign-in', { contentType: 'multipart/form-data; boundary=x' })).toBe('/identity/sign-in');
    expect(ask('/sign-in?redirect_url=/')).toBeNull();
    expect(ask('/sign-in', { contentType: 'text/plain' })).toBeNull();
  });

  it('answers for the pages of a module when somebody is signed in', () => {
    const below = ['', '/v/1.0.0', '/v/1.0.0/files', '/v/1.0.0/files/a/b.sh', '/files', '/files/a/b.sh', '/versions'];
    for (const page of [...below, '/versions/before/2.0.0', '/diff/1.0.0...2.0.0']) {
      expect(ask(`/@ada/zsh${page}`, { carriesSession: true }), page).toBe(`/viewer/@ada/zsh${page}`);
      expect(ask(`/@ada/zsh${page}`), page).toBeNull();
    }
    for (const page of [
      '/@ada',
      '/@ada/zsh/feed.xml',
      '/@ada/zsh/clashes',
      '/@ada/collections/mine',
      '/dashboard',
      '/',
    ])
      expect(ask(page, { carriesSession: true }), page).toBeNull();
  });
});

describe('the search parameters', () => {
  it('are all parameters of a list but its kind', () => {
    expect([...SEARCH_PARAMETERS, 'kind'].sort()).toEqual(Object.keys(listModulesSchema.shape).sort());
  });

  it('are what the middleware is called for where nothing is typed, and so is every kind that there is not', () => {
    // Next reads the list of `config` without running it, so it is written out there.
    const source = readFileSync(new URL('../../middleware.ts', import.meta.url), 'utf8');
    const typed = /missing: \[\{ type: 'query', key: 'q' \}\]/;
    const rules = source.split("source: '/explore'").slice(1);
    for (const rule of rules) expect(rule).toMatch(typed);
    const keys = rules.flatMap((rule) => rule.match(/has: \[\{ type: 'query', key: '(\w+)' \}\]/)?.[1] ?? []);
    expect(['q', ...keys]).toEqual([...SEARCH_PARAMETERS]);
    const [, known] = source.match(/'\(\?!\(\?:([a-z|-]+)\)\$\)\.\*'/) ?? [];
    expect(known?.split('|')).toEqual([...MODULE_KINDS]);
  });
});
