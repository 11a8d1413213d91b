import 'server-only';
import { revalidatePath, revalidateTag } from 'next/cache';
import { bumpCatalogueGeneration, dropKeys } from './cache-drops';
import { type DomainEvent, staleAfter } from './cache-keys';
import { modulePagesTag } from './page-tags';

/** Drops what an event made stale: keys, list generation, prerendered pages. Call it after the write has committed. */
export async function invalidate(event: DomainEvent): Promise<void> {
  const stale = staleAfter(event);
  await dropKeys(stale.keys);
  if (stale.bumpCatalogue) await bumpCatalogueGeneration();
  renewPages(() => {
    for (const { path, below } of stale.pages) revalidatePath(path, below ? 'layout' : undefined);
    // At once, not after one more stale answer: a module that turned private must not be shown again.
    if (stale.module) revalidateTag(modulePagesTag(stale.module.namespace, stale.module.name), { expire: 0 });
  });
}

function renewPages(renew: () => void): void {
  try {
    renew();
  } catch (error) {
    // Scripts and tests run the same commands outside a server, where there are no prerendered pages to renew.
    if (!(error instanceof Error && error.message.startsWith('Invariant: static generation store missing')))
      throw error;
  }
}
