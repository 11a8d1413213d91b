import { NAMESPACE_PATTERN, parseRef } from '@/lib/manifest/names';
import { isRange } from '@/lib/manifest/versions';

import { CliError, EXIT } from '../errors';
import type { Wish } from './resolve-types';

/** What somebody typed after `install`: a module with a range, or a collection, which stands for its modules. */
export type Spec = ({ type: 'module' } & Wish) | { type: 'collection'; owner: string; slug: string };

const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?$/;
const COLLECTION = /^@([^/]+)\/collections\/([^/]+)$/;

const refuse = (text: string): CliError =>
  new CliError('invalid_spec', EXIT.usage, `“${text}” names no module.`, [
    'Write @namespace/name, @namespace/name@^1.2.0, or @owner/collections/name.',
  ]);

/** Reads `@ns/name`, `@ns/name@range` or `@owner/collections/slug`. @throws CliError invalid_spec */
export function parseSpec(text: string): Spec {
  const [, owner, slug] = COLLECTION.exec(text) ?? [];
  if (owner !== undefined && slug !== undefined) {
    if (!NAMESPACE_PATTERN.test(owner) || !SLUG.test(slug)) throw refuse(text);
    return { type: 'collection', owner, slug };
  }
  const at = text.indexOf('@', 1);
  const ref = at < 0 ? text : text.slice(0, at);
  const asked = at < 0 ? '' : text.slice(at + 1).trim();
  if (parseRef(ref) === null || (at >= 0 && asked === '')) throw refuse(text);
  const range = asked === '' || asked === 'latest' ? '*' : asked;
  if (range !== '*' && !isRange(range))
    throw new CliError('invalid_spec', EXIT.usage, `“${range}” is no range of versions.`, [
      `Write ${ref}@1.2.0, ${ref}@^1.2.0 or ${ref}@">=1.2.0 <2.0.0".`,
    ]);
  return { type: 'module', ref, range };
}
