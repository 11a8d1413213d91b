import compareVersions from 'semver/functions/compare.js';
import prerelease from 'semver/functions/prerelease.js';
import { assertModuleNameAllowed } from '@/lib/accounts/rules';
import { DomainError } from '@/lib/errors';
import { parseRef } from '@/lib/manifest/names';
import { isStrictVersion } from '@/lib/manifest/versions';
import { ownsNamespace } from '@/lib/modules/rules';
import type { Actor, TokenScope } from '@/types/actor';

/** Seconds for which a presigned upload link lives. */
export const UPLOAD_TTL_SECONDS = 900;
/** Seconds for which one worker may verify before another takes over. Longer than the verifier's own deadline. */
export const LEASE_SECONDS = 25;
/** Times that a verification is tried again after the storage or we failed. */
export const MAX_ATTEMPTS = 12;
/** Uploads that one account may have open at once. */
export const MAX_OPEN_UPLOADS = 50;

/** Throws `scope_missing`. */
export function assertScope(actor: Actor, scope: TokenScope): void {
  if (!actor.scopes.includes(scope)) throw new DomainError('scope_missing', { scope });
}

/** Who may publish under a name. Throws `scope_missing`, `namespace_not_yours`, `name_reserved`, `archive_too_large`. */
export function assertCanPublish(
  actor: Actor,
  ref: string,
  sizeBytes: number,
  maxBytes: number,
): { namespace: string; name: string } {
  assertScope(actor, 'publish');
  const parsed = parseRef(ref);
  if (!parsed)
    throw new DomainError('invalid_input', {}, { fields: [{ path: 'name', message: 'Write it as @name/module.' }] });
  if (!ownsNamespace(actor, parsed.namespace)) {
    throw new DomainError(
      'namespace_not_yours',
      { namespace: parsed.namespace, username: actor.username },
      { fields: [{ path: 'name', message: `Publish under @${actor.username}.` }] },
    );
  }
  assertModuleNameAllowed(parsed.name);
  if (sizeBytes > maxBytes)
    throw new DomainError(
      'archive_too_large',
      { limit: maxBytes },
      { fields: [{ path: 'size', message: 'Too large.' }] },
    );
  return parsed;
}

/** A version without its build metadata: what decides whether two versions are the same one (semver 2.0.0, §10). */
export const precedenceOf = (version: string): string => version.split('+', 1)[0] ?? version;

type Candidate = { version: string; yanked: unknown };

/** The version that a module shows: the highest stable one that is not yanked, else the highest of what there is. */
export function latestOf<T extends Candidate>(versions: T[]): T | null {
  const standing = versions.filter((candidate) => !candidate.yanked);
  const pool = standing.length > 0 ? standing : versions;
  const stable = pool.filter((candidate) => prerelease(candidate.version) === null);
  const from = stable.length > 0 ? stable : pool;
  return from.reduce<T | null>(
    (best, candidate) => (best && compareVersions(best.version, candidate.version) >= 0 ? best : candidate),
    null,
  );
}

/** Whether both are versions, strictly as semver writes them. */
export const isVersionPair = (from: string, to: string): boolean => isStrictVersion(from) && isStrictVersion(to);

/** The two versions of a range such as `1.0.0...1.2.0`; null for anything else. No version holds three dots in a row. */
export function parseRange(range: string): { from: string; to: string } | null {
  const [from, to, ...more] = range.split('...');
  return from && to && more.length === 0 && isVersionPair(from, to) ? { from, to } : null;
}
