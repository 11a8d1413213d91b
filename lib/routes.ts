/** Every address of the site, in one place. `handle` is a namespace without the `@`. */
const at = (namespace: string) => `/@${encodeURIComponent(namespace)}`;
const filePath = (path: string) => path.split('/').map(encodeURIComponent).join('/');

export const routes = {
  home: () => '/',
  explore: (query: Record<string, string | undefined> = {}) => {
    const search = new URLSearchParams();
    for (const [key, value] of Object.entries(query)) if (value) search.set(key, value);
    const text = search.toString();
    return text ? `/explore?${text}` : '/explore';
  },
  profile: (namespace: string) => at(namespace),
  module: (namespace: string, name: string) => `${at(namespace)}/${name}`,
  version: (namespace: string, name: string, version: string) =>
    `${at(namespace)}/${name}/v/${encodeURIComponent(version)}`,
  file: (namespace: string, name: string, path: string) => `${at(namespace)}/${name}/files/${filePath(path)}`,
  clashes: (namespace: string, name: string) => `${at(namespace)}/${name}/clashes`,
  compare: (refs: string[] = []) =>
    refs.length > 0 ? `/compare?${refs.map((ref) => `m=${ref}`).join('&')}` : '/compare',
  collection: (owner: string, slug: string) => `${at(owner)}/collections/${slug}`,
  download: (namespace: string, name: string, version: string) =>
    `/api/v1/modules/${namespace}/${name}/versions/${encodeURIComponent(version)}/download`,
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
  docs: (page = '') => (page ? `/docs/${page}` : '/docs'),
};
