import 'server-only';
import { unstable_cache } from 'next/cache';

/** The mark of every prerendered page that shows a module. */
export const modulePagesTag = (namespace: string, name: string): string => `module:${namespace}/${name}`;

/**
 * Marks the page that is being prerendered, so that `invalidate` finds it whatever its address is. Next offers no call for
 * it; a cached read that carries the tag is how a page gets one.
 */
export async function markPage(tag: string): Promise<void> {
  await unstable_cache(async () => true, [tag], { tags: [tag] })();
}
