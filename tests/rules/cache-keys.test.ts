import { expect, it } from 'vitest';
import { cacheKeys, type DomainEvent, staleAfter } from '@/lib/infra/cache-keys';
import { MODULE_KINDS } from '@/types/module-kind';

const ref = { namespace: 'ada', name: 'tool' };
const listings = ['/', '/explore', '/explore/prompt'];
const modulePages = ['every page of @ada/tool', '/social/modules/ada/tool', '/social/people/ada'];

type Row = [DomainEvent, { keys: string[]; lists: boolean; pages: string[] }];

/** What each event makes stale. `…` marks the whole site. */
const TABLE: Row[] = [
  [
    { type: 'versionPublished', ...ref, version: '1.0.0', kind: 'prompt' },
    {
      keys: [cacheKeys.module('ada', 'tool'), cacheKeys.version('ada', 'tool', '1.0.0'), cacheKeys.profile('ada')],
      lists: true,
      pages: [...listings, '/@ada', ...modulePages],
    },
  ],
  [
    { type: 'versionYanked', ...ref, version: '1.0.0', kind: 'prompt' },
    {
      keys: [cacheKeys.module('ada', 'tool'), cacheKeys.version('ada', 'tool', '1.0.0'), cacheKeys.profile('ada')],
      lists: true,
      pages: [...listings, '/@ada', ...modulePages],
    },
  ],
  [
    { type: 'listingChanged', ...ref, kind: 'prompt' },
    {
      keys: [cacheKeys.module('ada', 'tool'), cacheKeys.profile('ada')],
      lists: true,
      pages: [...listings, '/@ada', ...modulePages, '/sitemaps …'],
    },
  ],
  [
    { type: 'starChanged', ...ref },
    { keys: [cacheKeys.module('ada', 'tool')], lists: false, pages: ['/@ada/tool'] },
  ],
  [
    { type: 'collectionChanged', owner: 'ada', slug: 'desk' },
    {
      keys: [cacheKeys.collection('ada', 'desk'), cacheKeys.profile('ada')],
      lists: false,
      pages: ['/@ada', '/@ada/collections/desk', '/social/collections/ada/desk', '/sitemaps …'],
    },
  ],
  [
    { type: 'profileChanged', username: 'ada' },
    { keys: [cacheKeys.profile('ada')], lists: false, pages: ['/@ada', '/social/people/ada'] },
  ],
  [{ type: 'ranksRefreshed' }, { keys: [], lists: true, pages: [] }],
  [
    { type: 'searchFed' },
    { keys: [], lists: true, pages: ['/', '/explore', ...MODULE_KINDS.map((kind) => `/explore/${kind}`)] },
  ],
  [{ type: 'catalogueReplaced' }, { keys: [], lists: true, pages: ['/ …'] }],
];

it.each(TABLE)('$type makes stale what it changed and nothing else', (event, expected) => {
  const { keys, bumpCatalogue, pages, module } = staleAfter(event);
  const shown = pages.map(({ path, below }) => (below ? `${path} …` : path));
  if (module) shown.push(`every page of @${module.namespace}/${module.name}`);
  expect({ keys: [...keys].sort(), lists: bumpCatalogue, pages: [...shown].sort() }).toEqual({
    ...expected,
    keys: [...expected.keys].sort(),
    pages: [...expected.pages].sort(),
  });
});

it('gives every thing a key of its own, with the version of its shape', () => {
  const keys = [
    cacheKeys.module('a', 'b'),
    cacheKeys.module('a', 'b@1.0.0'),
    cacheKeys.version('a', 'b', '1.0.0'),
    cacheKeys.version('a', 'b', '1.0.0+x'),
    cacheKeys.file('0'.repeat(64), 'a'),
    cacheKeys.file('0'.repeat(64), 'b'),
    cacheKeys.profile('a'),
    cacheKeys.collection('a', 'b'),
    cacheKeys.list(1, ['x']),
    cacheKeys.list(2, ['x']),
    cacheKeys.list(1, ['y']),
    cacheKeys.sitemap('a'),
    cacheKeys.sitemap('b'),
    cacheKeys.catalogueGeneration(),
  ];
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys.every((key) => /^s\d+:/.test(key))).toBe(true);
  expect(cacheKeys.list(1, { q: 'a'.repeat(10_000) }).length).toBeLessThan(64);
  expect(cacheKeys.file('0'.repeat(64), 'a'.repeat(255)).length).toBeLessThan(128);
});
