import { Badge } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { Table } from '@/components/ui/table';
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
    <Table caption="Your collections" head={['Title', 'Modules', 'Changed', 'Seen by', 'Edit']}>
      {collections.map(({ owner, slug, title, count, updatedAt, visibility }) => (
        <tr key={slug}>
          <th scope="row">
            <Link className="link" href={routes.collection(owner, slug)}>
              {title}
            </Link>
          </th>
          <td>{count}</td>
          <td>
            <Time at={updatedAt} />
          </td>
          <td>{visibility === 'private' ? <Badge tone="info">you</Badge> : 'everybody'}</td>
          <td>
            <Link className="btn" data-size="sm" href={routes.collectionSettings(slug)}>
              Edit<span className="sr-only"> {title}</span>
            </Link>
          </td>
        </tr>
      ))}
    </Table>
  );
}
