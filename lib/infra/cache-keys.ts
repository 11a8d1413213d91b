import { createHash } from 'node:crypto';
import { MODULE_KINDS, type ModuleKind } from '@/types/module-kind';

/** Bumped when a cached DTO changes its shape: old values become unreachable instead of wrong. */
const SHAPE = 's1';

/** Every key of the cache. Lists carry the generation of the catalogue, so that one bump makes all of them stale. */
export const cacheKeys = {
  module: (namespace: string, name: string) => `${SHAPE}:module:${namespace}/${name}`,
  version: (namespace: string, name: string, version: string) => `${SHAPE}:version:${namespace}/${name}@${version}`,
  file: (sha256: string, path: string) => `${SHAPE}:file:${sha256}:${digest(path)}`,
  diff: (from: string, to: string) => `${SHAPE}:diff:${digest(`${from}...${to}`)}`,
  downloadDays: (namespace: string, name: string, today: string) =>
    `${SHAPE}:download-days:${namespace}/${name}:${today}`,
  profile: (username: string) => `${SHAPE}:profile:${username}`,
  collection: (owner: string, slug: string) => `${SHAPE}:collection:${owner}/${slug}`,
  /** Carries the generation of the catalogue, because it names other modules: one that is hidden must not be named any longer. */
  relations: (generation: number, part: 'clashes' | 'graph' | 'together' | 'members', ref: string) =>
    `${SHAPE}:${part}:${generation}:${digest(ref)}`,
  list: (generation: number, query: unknown) => `${SHAPE}:list:${generation}:${digest(JSON.stringify(query))}`,
  sitemap: (set: string) => `${SHAPE}:sitemap:${set}`,
  catalogueGeneration: () => `${SHAPE}:generation:catalogue`,
};

const digest = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 22);

type ModuleRef = { namespace: string; name: string };
export type DomainEvent =
  | ({ type: 'versionPublished'; version: string; kind: ModuleKind } & ModuleRef)
  | ({ type: 'versionYanked'; version: string; kind: ModuleKind } & ModuleRef)
  | ({ type: 'listingChanged'; kind: ModuleKind } & ModuleRef)
  | ({ type: 'starChanged' } & ModuleRef)
  | { type: 'collectionChanged'; owner: string; slug: string }
  | { type: 'profileChanged'; username: string }
  | { type: 'ranksRefreshed' }
  | { type: 'searchFed' }
  | { type: 'catalogueReplaced' };

export type Staleness = {
  /** Cache keys to drop. */
  keys: string[];
  /** Whether every list of modules is stale. */
  bumpCatalogue: boolean;
  /** Prerendered pages to render again at their next request. `below` covers the whole site, and goes with `/` only. */
  pages: { path: string; below?: boolean }[];
  /** A module of which every page, at whatever address, is to be rendered again. */
  module?: ModuleRef;
};

const pageOf = (ref: ModuleRef) => `/@${ref.namespace}/${ref.name}`;
const picturesOf = ({ namespace, name }: ModuleRef) => [
  { path: `/social/modules/${namespace}/${name}` },
  { path: `/social/people/${namespace}` },
];
const SITEMAPS = { path: '/sitemaps', below: true };
const listings = (kind: ModuleKind) => [{ path: '/' }, { path: '/explore' }, { path: `/explore/${kind}` }];

/** What each event makes stale. Counters on prerendered pages are not events: they wait for the pages' own lifetime. */
export function staleAfter(event: DomainEvent): Staleness {
  switch (event.type) {
    case 'versionPublished':
    case 'versionYanked':
      return {
        keys: [
          cacheKeys.module(event.namespace, event.name),
          cacheKeys.version(event.namespace, event.name, event.version),
          cacheKeys.profile(event.namespace),
        ],
        bumpCatalogue: true,
        pages: [...listings(event.kind), { path: `/@${event.namespace}` }, ...picturesOf(event)],
        module: { namespace: event.namespace, name: event.name },
      };
    case 'listingChanged':
      return {
        keys: [cacheKeys.module(event.namespace, event.name), cacheKeys.profile(event.namespace)],
        bumpCatalogue: true,
        pages: [...listings(event.kind), { path: `/@${event.namespace}` }, ...picturesOf(event), SITEMAPS],
        module: { namespace: event.namespace, name: event.name },
      };
    case 'starChanged':
      return {
        keys: [cacheKeys.module(event.namespace, event.name)],
        bumpCatalogue: false,
        pages: [{ path: pageOf(event) }],
      };
    case 'collectionChanged':
      return {
        keys: [cacheKeys.collection(event.owner, event.slug), cacheKeys.profile(event.owner)],
        bumpCatalogue: false,
        pages: [
          { path: `/@${event.owner}` },
          { path: `/@${event.owner}/collections/${event.slug}` },
          { path: `/social/collections/${event.owner}/${event.slug}` },
          SITEMAPS,
        ],
      };
    case 'profileChanged':
      return {
        keys: [cacheKeys.profile(event.username)],
        bumpCatalogue: false,
        pages: [{ path: `/@${event.username}` }, { path: `/social/people/${event.username}` }],
      };
    case 'ranksRefreshed':
      return { keys: [], bumpCatalogue: true, pages: [] };
    case 'searchFed':
      // What a publisher made stale may have been read again before the search engine had heard of it.
      return {
        keys: [],
        bumpCatalogue: true,
        pages: ['/', '/explore', ...MODULE_KINDS.map((kind) => `/explore/${kind}`)].map((path) => ({ path })),
      };
    case 'catalogueReplaced':
      return { keys: [], bumpCatalogue: true, pages: [{ path: '/', below: true }] };
  }
}
