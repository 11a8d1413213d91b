import 'server-only';
import { unstable_cache } from 'next/cache';

/** The mark of every prerendered page that shows a module. */
export const modulePagesTag = (namespace: string, name: string): string => `module:${namespace}/${name}`;

/** Next takes at most 128 tags at once. */
const TAGS_AT_ONCE = 100;

/**
 * Marks the page that is being prerendered, so that `invalidate` finds it whatever its address is. Next offers no call for
 * it; a cached read that carries the tags is how a page gets them.
 */
export async function markPage(tags: string[]): Promise<void> {
  for (let from = 0; from < tags.length; from += TAGS_AT_ONCE) {
    const some = tags.slice(from, from + TAGS_AT_ONCE);
    await unstable_cache(async () => true, some, { tags: some })();
  }
}

type Named = { namespace: string; name: string };

/** Marks the page with every module that it names beside its own: when one of them is hidden, the page must forget it at once. */
export async function markNamed(modules: Named[]): Promise<void> {
  const tags = new Set(modules.map(({ namespace, name }) => modulePagesTag(namespace, name)));
  await markPage([...tags].sort());
}
