'use client';

import { routes } from '@/lib/routes';
import type { FilterGroup } from './explore-data';
import { FACET_TITLES, labelOf, totalText } from './explore-labels';

type Query = Record<string, string>;
type FiltersProps = { groups: FilterGroup[]; query: Query; total: number; isBound: boolean };

const FOLDED_FROM = 8;
/** Longer lists of several conditions are counted by a sample (`FACETED` of the index). */
const COUNTED_EXACTLY = 1000;

/** One facet. Its address without its own filter is built once: there are up to eighty links, and each costs the server. */
function Facet({ group: [key, counts], query, isBound }: { group: FilterGroup; query: Query; isBound: boolean }) {
  const { cursor: _, [key]: chosen, ...kept } = query;
  const without = routes.explore(kept);
  const wanting = `${without}${without.includes('?') ? '&' : '?'}${key}=`;
  const parts = counts.split(' ');
  const links = parts.flatMap((encoded, at) => {
    if (at % 2 === 1) return [];
    const value = decodeURIComponent(encoded);
    return (
      <a
        key={value}
        href={value === chosen ? without : wanting + encoded}
        aria-current={value === chosen ? 'true' : undefined}
      >
        {`${labelOf(key, value)} `}
        <small>{totalText(Number(parts[at + 1]), isBound)}</small>
      </a>
    );
  });
  const folds = links.length > FOLDED_FROM + 2 && key !== 'kind';
  return (
    <section>
      <h2>{FACET_TITLES[key]}</h2>
      {folds ? links.slice(0, FOLDED_FROM) : links}
      {folds && (
        <details>
          <summary>{`Show ${links.length - FOLDED_FROM} more`}</summary>
          {links.slice(FOLDED_FROM)}
        </details>
      )}
    </section>
  );
}

/** Filters with their counts. Each is a link: choosing one adds it, another value replaces it, the same one takes it away. */
export function ExploreFilters({ groups, query, total, isBound }: FiltersProps) {
  const chosen = Object.keys(query).filter((key) => key in FACET_TITLES).length;
  return (
    <details className="filters">
      <summary className="btn">{chosen > 0 ? `Filters (${chosen})` : 'Filters'}</summary>
      <nav aria-label="Filters">
        {groups.map((group) => (
          <Facet key={group[0]} group={group} query={query} isBound={isBound} />
        ))}
        {total > COUNTED_EXACTLY && <p>In a list this long, counts may be estimates.</p>}
        <a href="#list" className="btn">{`Show ${totalText(total, isBound)} modules`}</a>
      </nav>
    </details>
  );
}
