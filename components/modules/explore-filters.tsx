'use client';

import { routes } from '@/lib/routes';
import { formatCount } from '@/lib/utils/format-count';
import { isModuleKind } from '@/types/module-kind';
import type { FilterGroup } from './explore-data';
import { KIND_INFO } from './kind-info';

export const labelOf = (key: string, value: string) =>
  key === 'kind' && isModuleKind(value) ? KIND_INFO[value].plural : value;

/** Filters with their counts. Each is a link: choosing one adds it, choosing it again takes it away. */
export function ExploreFilters({ groups, query }: { groups: FilterGroup[]; query: Record<string, string> }) {
  const { cursor: _, ...kept } = query;
  return (
    <details className="filters">
      <summary className="btn">Filters</summary>
      <nav aria-label="Filters">
        {groups.map(([key, title, values]) => (
          <section key={key}>
            <h2>{title}</h2>
            <ul>
              {values.map(([value, count]) => {
                const chosen = query[key] === value;
                return (
                  <li key={value}>
                    <a
                      href={routes.explore({ ...kept, [key]: chosen ? undefined : value })}
                      aria-current={chosen ? 'true' : undefined}
                    >
                      {`${labelOf(key, value)} `}
                      <small>{formatCount(count)}</small>
                    </a>
                  </li>
                );
              })}
            </ul>
          </section>
        ))}
      </nav>
    </details>
  );
}
