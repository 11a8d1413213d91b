import type { Manifest } from '@/lib/manifest/schema';
import { words } from '@/lib/utils/words';
import { KIND_KEYS } from '@/types/module-kind';

const LONGEST_PREFIX = 8;
const MOST_TERMS = 200;
const MOST_QUERY_WORDS = 8;

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

/** Words that say nothing about a module: they would be the longest lists of the index. */
const STOP_WORDS = new Set([
  'a',
  'an',
  'and',
  'are',
  'as',
  'by',
  'for',
  'from',
  'in',
  'is',
  'it',
  'of',
  'on',
  'or',
  'the',
  'to',
  'with',
  'your',
]);

/** The words of a query that are worth looking up; all of them when nothing else is left. */
export function queryWords(q: string): string[] {
  const asked = [...new Set(words(q))];
  const telling = asked.filter((word) => !STOP_WORDS.has(word));
  return (telling.length > 0 ? telling : asked).slice(0, MOST_QUERY_WORDS);
}

/**
 * What a module is found by. `*` is on every listed module; `=name` is its exact name; `~word` marks the words of name
 * and title, which rank before a word from anywhere else. Name and title are also found by how their words begin.
 */
export function searchTerms(manifest: Manifest, listing: Listing): string[] {
  const heading = words(`${listing.name} ${listing.title}`);
  const provided = [...(manifest.provides?.commands ?? []), ...(manifest.provides?.aliases ?? [])].slice(0, 60);
  const text = [
    listing.namespace,
    listing.summary,
    ...listing.keywords,
    manifest.kind,
    ...appsOf(manifest),
    ...provided,
  ];
  const terms = new Set<string>(['*', `=${words(listing.name).join(' ')}`, `author:${listing.namespace}`]);
  for (const term of facetTerms(manifest, listing.keywords)) terms.add(term);
  for (const word of heading) terms.add(`~${word}`);
  for (const word of heading.flatMap(withPrefixes)) terms.add(word);
  for (const word of words(text.join(' '))) if (!STOP_WORDS.has(word)) terms.add(word);
  return [...terms].slice(0, MOST_TERMS);
}
