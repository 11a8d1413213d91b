/** Every address of the site, in one place. `handle` is a namespace without the `@`. */
const at = (namespace: string) => `/@${encodeURIComponent(namespace)}`;
const moduleAt = (namespace: string, name: string, version?: string) =>
  `${at(namespace)}/${name}${version ? `/v/${encodeURIComponent(version)}` : ''}`;
const filePath = (path: string) => path.split('/').map(encodeURIComponent).join('/');

export const routes = {
  home: () => '/',
  explore: (query: Record<string, string | undefined> = {}) => {
    const search = new URLSearchParams();
    for (const [key, value] of Object.entries(query)) if (value) search.set(key, value);
    const text = search.toString();
    return text ? `/explore?${text}` : '/explore';
  },
  colors: (query: Record<string, string | undefined> = {}) => {
    const search = new URLSearchParams();
    for (const [key, value] of Object.entries(query)) if (value) search.set(key, value);
    const text = search.toString();
    return text ? `/colors?${text}` : '/colors';
  },
  profile: (namespace: string) => at(namespace),
  module: (namespace: string, name: string) => `${at(namespace)}/${name}`,
  version: (namespace: string, name: string, version: string) =>
    `${at(namespace)}/${name}/v/${encodeURIComponent(version)}`,
  /** Files of the newest version, or of the one named: an address that never shows anything else. */
  files: (namespace: string, name: string, version?: string) => `${moduleAt(namespace, name, version)}/files`,
  file: (namespace: string, name: string, path: string, version?: string) =>
    `${moduleAt(namespace, name, version)}/files/${filePath(path)}`,
  rawFile: (namespace: string, name: string, version: string, path: string) =>
    `${moduleAt(namespace, name, version)}/raw/${filePath(path)}`,
  /** `before` is a version: the list goes on with those that are older. */
  versions: (namespace: string, name: string, before?: string) =>
    `${moduleAt(namespace, name)}/versions${before ? `/before/${encodeURIComponent(before)}` : ''}`,
  /** Where the form that picks two versions leads; it answers with the address of their comparison. */
  pickDiff: (namespace: string, name: string) => `${moduleAt(namespace, name)}/diff`,
  diff: (namespace: string, name: string, from: string, to: string) =>
    `${moduleAt(namespace, name)}/diff/${encodeURIComponent(`${from}...${to}`)}`,
  moduleFeed: (namespace: string, name: string) => `${moduleAt(namespace, name)}/feed.xml`,
  profileFeed: (namespace: string) => `${at(namespace)}/feed.xml`,
  badge: (namespace: string, name: string, what: string) => `/api/badge/${namespace}/${name}/${what}.svg`,
  clashes: (namespace: string, name: string) => `${at(namespace)}/${name}/clashes`,
  compare: (refs: string[] = []) =>
    refs.length > 0 ? `/compare?${refs.map((ref) => `m=${ref}`).join('&')}` : '/compare',
  collection: (owner: string, slug: string) => `${at(owner)}/collections/${slug}`,
  feed: () => '/feed.xml',
  /** The picture of a page for where it is shared: of a module, a person (`people`) or a collection. */
  socialImage: (kind: 'modules' | 'people' | 'collections', ...parts: string[]) =>
    `/social/${kind}/${parts.map(encodeURIComponent).join('/')}`,
  /** For pages that say beside the link whether the version was yanked: it leads to the archive even then. */
  download: (namespace: string, name: string, version: string) =>
    `/api/v1/modules/${namespace}/${name}/versions/${encodeURIComponent(version)}/download?yanked=allow`,
  signIn: (redirectUrl?: string) =>
    redirectUrl ? `/sign-in?redirect_url=${encodeURIComponent(redirectUrl)}` : '/sign-in',
  signOut: () => '/sign-out',
  dashboard: () => '/dashboard',
  newModule: () => '/dashboard/modules/new',
  moduleSettings: (namespace: string, name: string) => `/dashboard/modules/${namespace}/${name}`,
  upload: (uploadId: string) => `/dashboard/uploads/${uploadId}`,
  tokens: () => '/dashboard/tokens',
  collections: () => '/dashboard/collections',
  collectionSettings: (slug: string) => `/dashboard/collections/${slug}`,
  settings: () => '/settings',
  /** Where a person decides about a program that asks to act for them. */
  device: (userCode = '') => (userCode ? `/device?user_code=${encodeURIComponent(userCode)}` : '/device'),
  apiReference: (group = '') => (group ? `/docs/api/${group}` : '/docs/api'),
  /** The explanation of one code of refusal. */
  apiError: (code: string) => `/docs/api/errors#${code}`,
  docs: (page = '') => (page ? `/docs/${page}` : '/docs'),
  docsSearch: () => '/docs/search',
};
