import { routes } from '@/lib/routes';
import type { CollectionDto, ModuleDto, ProfileDto } from '@/types/module';

export type Facts = Record<string, unknown>;

/** Turns addresses of the site into absolute ones. */
export type Absolute = (path: string) => string;

const person = (username: string, at: Absolute): Facts => ({
  '@type': 'Person',
  name: username,
  url: at(routes.profile(username)),
});

/** The way from the home page to a page, without the page itself being a link less. */
export const breadcrumbs = (steps: [name: string, path: string][], at: Absolute): Facts => ({
  '@type': 'BreadcrumbList',
  itemListElement: steps.map(([name, path], index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name,
    item: at(path),
  })),
});

const interactions = (type: 'DownloadAction' | 'LikeAction', count: number): Facts => ({
  '@type': 'InteractionCounter',
  interactionType: `https://schema.org/${type}`,
  userInteractionCount: count,
});

function moduleFacts(module: ModuleDto, at: Absolute): Facts {
  const { namespace, name, title, summary, version, license, keywords, rating, links } = module;
  return {
    '@type': 'SoftwareSourceCode',
    '@id': at(routes.module(namespace, name)),
    url: at(routes.module(namespace, name)),
    name: title,
    alternateName: `@${namespace}/${name}`,
    description: summary,
    version,
    license: /^[A-Za-z0-9.-]+$/.test(license) ? `https://spdx.org/licenses/${license}.html` : license,
    keywords,
    author: person(namespace, at),
    datePublished: module.versions.at(-1)?.publishedAt ?? module.publishedAt,
    dateModified: module.updatedAt,
    ...(links.repository ? { codeRepository: links.repository } : {}),
    interactionStatistic: [interactions('DownloadAction', module.downloads), interactions('LikeAction', module.stars)],
    ...(rating.count > 0
      ? {
          aggregateRating: {
            '@type': 'AggregateRating',
            ratingValue: rating.average,
            ratingCount: rating.count,
            bestRating: 5,
            worstRating: 1,
          },
        }
      : {}),
  };
}

/** What a module's page says of itself: the module, and the way to it. */
export function factsOfModule(module: ModuleDto, at: Absolute): Facts[] {
  const { namespace, name, title } = module;
  const way: [string, string][] = [
    ['dotkit', routes.home()],
    [`@${namespace}`, routes.profile(namespace)],
    [title, routes.module(namespace, name)],
  ];
  return [moduleFacts(module, at), breadcrumbs(way, at)];
}

const itemsOf = (modules: { namespace: string; name: string; title: string }[], at: Absolute) =>
  modules.slice(0, 30).map(({ namespace, name, title }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name: title,
    url: at(routes.module(namespace, name)),
  }));

/** What a profile says of itself. */
export function factsOfProfile(
  { account: { username, displayName, bio, joinedAt } }: ProfileDto,
  at: Absolute,
): Facts[] {
  const url = at(routes.profile(username));
  const main = {
    ...person(username, at),
    name: displayName || username,
    alternateName: `@${username}`,
    ...(bio ? { description: bio } : {}),
  };
  return [{ '@type': 'ProfilePage', url, dateCreated: joinedAt, mainEntity: main }];
}

/** What a public collection says of itself. */
export function factsOfCollection(collection: CollectionDto, at: Absolute): Facts[] {
  const { owner, slug, title, description, items, updatedAt } = collection;
  const path = routes.collection(owner, slug);
  return [
    {
      '@type': 'CollectionPage',
      url: at(path),
      name: title,
      ...(description ? { description } : {}),
      author: person(owner, at),
      dateModified: updatedAt,
      mainEntity: {
        '@type': 'ItemList',
        itemListElement: itemsOf(
          items.map(({ module }) => module),
          at,
        ),
      },
    },
    breadcrumbs(
      [
        ['dotkit', routes.home()],
        [`@${owner}`, routes.profile(owner)],
        [title, path],
      ],
      at,
    ),
  ];
}

/** What the home page says of the site: its name, and where a search goes. */
export const factsOfSite = (at: Absolute): Facts[] => [
  {
    '@type': 'WebSite',
    name: 'dotkit',
    url: at(routes.home()),
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${at('/explore')}?q={search_term_string}` },
      'query-input': 'required name=search_term_string',
    },
  },
];
