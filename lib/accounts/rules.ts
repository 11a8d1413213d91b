import reservedUsernames from 'reserved-usernames' with { type: 'json' };
import { DomainError } from '@/lib/errors';
import { lookalikeKey } from '@/lib/utils/lookalike-key';

/** Words of our own addresses and of the language, beside the list that the ecosystem keeps. */
const OWN_WORDS = [
  'admin',
  'api',
  'app',
  'authorize',
  'billings',
  'collections',
  'colors',
  'compare',
  'constructor',
  'dashboard',
  'device',
  'docs',
  'dotkit',
  'explore',
  'false',
  'feed',
  'files',
  'health',
  'home',
  'identity',
  'moderator',
  'modules',
  'none',
  'official',
  'opensearch',
  'payments',
  'policies',
  'preferences',
  'prototype',
  'registry',
  'rootuser',
  'schema',
  'search',
  'settings',
  'sign-in',
  'sign-out',
  'sitemap',
  'sitemaps',
  'social',
  'sudo',
  'super',
  'superuser',
  'system',
  'team',
  'terms-of-use',
  'true',
  'undefined',
  'v',
  'verify',
  'versions',
  'viewer',
  'webhooks',
  'worker',
  'www',
  'www-data',
];
const RESERVED = new Set([...reservedUsernames, ...OWN_WORDS].map(lookalikeKey));

/** Whether a word is kept from being anybody's namespace, in any spelling that looks like it. */
export const isReservedName = (name: string): boolean => RESERVED.has(lookalikeKey(name));

/** Throws `name_reserved`. */
export function assertUsernameAllowed(username: string): void {
  if (isReservedName(username))
    throw new DomainError(
      'name_reserved',
      { name: username },
      { fields: [{ path: 'username', message: 'This name is reserved.' }] },
    );
}

const RESERVED_MODULE_NAMES = new Set(
  ['collections', 'feed.xml', 'followers', 'following', 'settings', 'constructor', 'prototype'].map(lookalikeKey),
);

/** Module names that would collide with addresses below a profile. Throws `name_reserved`. */
export function assertModuleNameAllowed(name: string): void {
  if (RESERVED_MODULE_NAMES.has(lookalikeKey(name))) throw new DomainError('name_reserved', { name });
}
