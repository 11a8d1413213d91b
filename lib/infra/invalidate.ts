import 'server-only';
import { revalidatePath } from 'next/cache';
import { bumpCatalogueGeneration, dropKeys } from './cache-drops';
import { type DomainEvent, staleAfter } from './cache-keys';

/** Drops what an event made stale: keys, list generation, prerendered pages. Call it after the write has committed. */
export async function invalidate(event: DomainEvent): Promise<void> {
  const stale = staleAfter(event);
  await dropKeys(stale.keys);
  if (stale.bumpCatalogue) await bumpCatalogueGeneration();
  for (const page of stale.pages) revalidatePage(page.path, page.below ?? false);
}

function revalidatePage(path: string, below: boolean): void {
  try {
    revalidatePath(path, below ? 'layout' : undefined);
  } catch (error) {
    // Scripts and tests run the same commands outside a server, where there are no prerendered pages to renew.
    if (!(error instanceof Error && error.message.startsWith('Invariant: static generation store missing')))
      throw error;
  }
}
