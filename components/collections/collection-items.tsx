import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { removeFromCollectionForm } from '@/lib/collections/actions';
import { routes } from '@/lib/routes';
import type { CollectionDto } from '@/types/module';

/** The members of one's own collection, each with a way out. */
export function CollectionItems({ collection: { slug, items } }: { collection: CollectionDto }) {
  if (items.length === 0)
    return (
      <EmptyState title="Nothing collected yet">
        <Link className="link" href={routes.explore()}>
          Explore modules
        </Link>{' '}
        and choose “Collect” on a page that you want to keep.
      </EmptyState>
    );
  return (
    <ul className="border-t border-rule">
      {items.map(({ module, note }) => (
        <li
          key={`${module.namespace}/${module.name}`}
          className="flex flex-wrap items-center justify-between gap-3 border-b border-rule py-2"
        >
          <span className="min-w-0">
            <Link className="link" href={routes.module(module.namespace, module.name)}>
              {module.title}
            </Link>{' '}
            <code className="text-ink-3">
              @{module.namespace}/{module.name}
            </code>
            {note && <span className="block text-ink-2">{note}</span>}
          </span>
          <form action={removeFromCollectionForm}>
            <input type="hidden" name="slug" value={slug} />
            <input type="hidden" name="namespace" value={module.namespace} />
            <input type="hidden" name="name" value={module.name} />
            <input type="hidden" name="returnTo" value={routes.collectionSettings(slug)} />
            <Button type="submit" size="sm">
              Remove<span className="sr-only"> {module.title}</span>
            </Button>
          </form>
        </li>
      ))}
    </ul>
  );
}
