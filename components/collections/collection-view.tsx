import { toCard } from '@/components/modules/card-data';
import { ModuleCards } from '@/components/modules/module-cards';
import { Badge } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/empty-state';
import { Time } from '@/components/ui/time';
import { routes } from '@/lib/routes';
import type { CollectionDto } from '@/types/module';

/** A collection in its owner's order, with the owner's notes. */
export function CollectionView({ collection }: { collection: CollectionDto }) {
  const { owner, title, description, visibility, items, updatedAt } = collection;
  const noted = items.filter((item) => item.note);
  return (
    <div className="wrap pt-8">
      <header className="mb-8">
        <p className="path">
          <a href={routes.profile(owner)}>@{owner}</a>/collections
          {visibility === 'private' && <Badge tone="info">private</Badge>}
        </p>
        <h1 className="text-2xl">{title}</h1>
        {description && <p className="mt-2 max-w-2xl text-lg text-ink-2">{description}</p>}
        <p className="mt-2 text-sm text-ink-2">
          {items.length} {items.length === 1 ? 'module' : 'modules'} · updated <Time at={updatedAt} />
        </p>
      </header>
      {items.length > 0 ? (
        <>
          <h2 className="sr-only">Modules</h2>
          <ModuleCards cards={items.map((item) => toCard(item.module))} />
        </>
      ) : (
        <EmptyState title="Nothing collected yet">Modules are added from their own page.</EmptyState>
      )}
      {noted.length > 0 && (
        <section className="ms mt-8">
          <div>
            <h2>Notes</h2>
          </div>
          <dl className="facts">
            {noted.map(({ module, note }) => (
              <div key={`${module.namespace}/${module.name}`}>
                <dt>{module.title}</dt>
                <dd>{note}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </div>
  );
}
