import { routes } from '@/lib/routes';
import type { CollectionSummaryDto } from '@/types/module';

export function CollectionStrip({ collections }: { collections: CollectionSummaryDto[] }) {
  return (
    <ul className="strip">
      {collections.map(({ owner, slug, title, description, count }) => (
        <li key={`${owner}/${slug}`}>
          <a className="link font-semibold" href={routes.collection(owner, slug)}>
            {title}
          </a>
          <span>
            {count} {count === 1 ? 'module' : 'modules'}
            {description && `: ${description}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
