/** A module's own name, the part after the slash. */
export const NAME_PATTERN = /^[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?$/;
/** A person's or an organisation's name; both share one space of names. */
export const NAMESPACE_PATTERN = /^[a-z0-9](?:[a-z0-9-]{0,37}[a-z0-9])?$/;
/** `@ns/name` as one pattern, for schemas. */
export const REF_PATTERN = /^@[a-z0-9](?:[a-z0-9-]{0,37}[a-z0-9])?\/[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?$/;

/** Splits `@ns/name`; null when either part is not a valid name. */
export function parseRef(ref: string): { namespace: string; name: string } | null {
  if (!REF_PATTERN.test(ref)) return null;
  const slash = ref.indexOf('/');
  return { namespace: ref.slice(1, slash), name: ref.slice(slash + 1) };
}
