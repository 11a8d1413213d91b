import type { Manifest } from '@/lib/manifest/schema';
import { words } from '@/lib/utils/words';
import { KIND_KEYS } from '@/types/module-kind';

const LONGEST_PREFIX = 12;
const MOST_TERMS = 400;

/** Every beginning of a word from two letters on, and the word itself. */
function withPrefixes(word: string): string[] {
  const found = [word];
  for (let length = 2; length < Math.min(word.length, LONGEST_PREFIX + 1); length += 1)
    found.push(word.slice(0, length));
  return found;
}

/** Programs that a module is for: what it requires and what its kind names. */
export function appsOf(manifest: Manifest): string[] {
  const fields =
    (manifest as unknown as Record<string, Record<string, unknown> | undefined>)[KIND_KEYS[manifest.kind]] ?? {};
  const named = ['editor', 'multiplexer', 'terminal', 'wm', 'manager', 'interpreter'].map((key) => fields[key]);
  const engine = fields.engine === 'native' ? undefined : fields.engine;
  const targets =
    manifest.kind === 'color-theme' ? (manifest.colorTheme.targets ?? []).map((target) => target.app) : [];
  const git = manifest.kind === 'git-config' ? ['git'] : [];
  const all = [...Object.keys(manifest.requires?.apps ?? {}), ...named, engine, ...targets, ...git];
  return [...new Set(all.filter((app): app is string => typeof app === 'string' && app !== ''))];
}

function shellsOf(manifest: Manifest): string[] {
  if (manifest.kind === 'shell-plugin') return manifest.shellPlugin.shells;
  if (manifest.kind === 'prompt') return manifest.prompt.shells;
  return [];
}

/** The terms of facets: `kind:…`, `app:…`, `os:…`, `shell:…`, `license:…`, `appearance:…`, `tag:…`. */
export function facetTerms(manifest: Manifest, keywords: string[]): string[] {
  const appearance = manifest.kind === 'color-theme' ? [`appearance:${manifest.colorTheme.appearance}`] : [];
  return [
    `kind:${manifest.kind}`,
    `license:${manifest.license}`,
    ...appearance,
    ...appsOf(manifest).map((app) => `app:${app}`),
    ...(manifest.requires?.os ?? []).map((os) => `os:${os}`),
    ...shellsOf(manifest).map((shell) => `shell:${shell}`),
    ...keywords.map((keyword) => `tag:${keyword}`),
  ];
}

type Listing = { namespace: string; name: string; title: string; summary: string; keywords: string[] };

/**
 * What a module is found by. `*` is on every listed module; `=name` is its exact name; `~word` marks words and their
 * prefixes of name and title, which rank before a bare word from anywhere else.
 */
export function searchTerms(manifest: Manifest, listing: Listing): string[] {
  const heading = words(`${listing.name} ${listing.title}`);
  const provided = [...(manifest.provides?.commands ?? []), ...(manifest.provides?.aliases ?? [])].slice(0, 60);
  const rest = words(
    [listing.namespace, listing.summary, ...listing.keywords, manifest.kind, ...appsOf(manifest), ...provided].join(
      ' ',
    ),
  );
  const terms = new Set<string>(['*', `=${words(listing.name).join(' ')}`, `author:${listing.namespace}`]);
  for (const term of facetTerms(manifest, listing.keywords)) terms.add(term);
  for (const word of heading) for (const term of withPrefixes(word)) terms.add(`~${term}`).add(term);
  for (const word of rest) for (const term of withPrefixes(word)) terms.add(term);
  return [...terms].slice(0, MOST_TERMS);
}
