import { Row, Rows } from '@/components/dashboard/rows';
import { Badge } from '@/components/ui/badge';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Time } from '@/components/ui/time';
import { routes } from '@/lib/routes';
import type { CollectionSummaryDto } from '@/types/module';

/** Every collection of one's own, private ones too. */
export function OwnCollections({ collections }: { collections: CollectionSummaryDto[] }) {
  if (collections.length === 0)
    return (
      <EmptyState title="No collections yet">
        A collection is an ordered list of modules with your notes: a starter set, a wish list, what a team installs.
      </EmptyState>
    );
  return (
    <Rows label="Your collections">
      {collections.map(({ owner, slug, title, count, updatedAt, visibility }) => (
        <Row
          key={slug}
          title={title}
          href={routes.collection(owner, slug)}
          code={slug}
          facts={{
            Modules: count,
            'Seen by': visibility === 'public' ? 'everybody' : <Badge tone="info">you</Badge>,
            Changed: <Time at={updatedAt} />,
          }}
        >
          <LinkButton size="sm" href={routes.collectionSettings(slug)}>
            Edit<span className="sr-only"> {title}</span>
          </LinkButton>
        </Row>
      ))}
    </Rows>
  );
}
