'use client';

import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { Pagination } from '@/components/ui/pagination';
import { routes } from '@/lib/routes';
import { formatCount } from '@/lib/utils/format-count';
import type { Sort } from '@/types/module';
import { isModuleKind } from '@/types/module-kind';
import type { ExploreList } from './explore-data';
import { ExploreFilters, labelOf } from './explore-filters';
import { KIND_INFO } from './kind-info';
import { ModuleCards } from './module-cards';

type Query = Record<string, string>;

const SORT_LABELS: [Sort, string][] = [
  ['relevance', 'Relevance'],
  ['trending', 'Trending'],
  ['downloads', 'Downloads'],
  ['stars', 'Stars'],
  ['updated', 'Updated'],
  ['new', 'New'],
];
const CHIPS = ['q', 'kind', 'app', 'os', 'shell', 'appearance', 'license', 'tag', 'author'] as const;

function headingOf({ q, kind }: Query): string {
  if (q) return `Results for “${q}”`;
  return isModuleKind(kind) ? KIND_INFO[kind].plural : 'Explore modules';
}

function Chosen({ query }: { query: Query }) {
  const { cursor: _, ...kept } = query;
  const chosen = CHIPS.filter((key) => query[key]);
  if (chosen.length === 0) return null;
  return (
    <p className="chosen">
      {chosen.map((key) => (
        <a key={key} className="chip" href={routes.explore({ ...kept, [key]: undefined })}>
          {key === 'q' ? `“${query.q}”` : `${key}: ${labelOf(key, query[key] ?? '')}`}
          <span aria-hidden> ×</span>
          <span className="sr-only">, remove</span>
        </a>
      ))}
      {chosen.length > 1 && (
        <a className="chip" href={routes.explore()}>
          Clear all
        </a>
      )}
    </p>
  );
}

function Sorts({ query }: { query: Query }) {
  const { cursor: _, ...kept } = query;
  const current = query.sort ?? (query.q ? 'relevance' : 'trending');
  return (
    <nav aria-label="Order" className="tabs">
      {SORT_LABELS.filter(([sort]) => sort !== 'relevance' || query.q).map(([sort, label]) => (
        <a
          key={sort}
          href={routes.explore({ ...kept, sort: sort === (query.q ? 'relevance' : 'trending') ? undefined : sort })}
          aria-current={sort === current ? 'true' : undefined}
        >
          {label}
        </a>
      ))}
    </nav>
  );
}

function Nothing({ query }: { query: Query }) {
  return (
    <EmptyState title="Nothing matches all of this">
      <p>Fewer words find more; names, titles, tags and summaries are searched.</p>
      <p className="mt-2 flex flex-wrap gap-x-5">
        {query.q && Object.keys(query).length > 1 && (
          <a className="link go" href={routes.explore({ q: query.q })}>
            Search “{query.q}” without filters
          </a>
        )}
        <a className="link go" href={routes.explore()}>
          See every module
        </a>
      </p>
    </EmptyState>
  );
}

type ExploreViewProps = { query: Query; list: ExploreList; problems: string[] };

/** A list of modules with its filters. Everything on it is a link; it is a client component so that data travel, not elements. */
export function ExploreView({ query, list, problems }: ExploreViewProps) {
  const { cursor, ...first } = query;
  const { cards, groups, total, totalIsBound, nextCursor } = list;
  return (
    <div className="wrap explore">
      <header>
        <h1>{headingOf(query)}</h1>
        <p>{`${formatCount(total)}${totalIsBound ? '+' : ''} ${total === 1 ? 'module' : 'modules'}`}</p>
        <Chosen query={query} />
      </header>
      <ExploreFilters groups={groups} query={query} />
      <div>
        {problems.length > 0 && (
          <Notice tone="warn" title="Part of this address was not understood">
            {problems.map((problem) => (
              <p key={problem}>{problem}</p>
            ))}
          </Notice>
        )}
        <Sorts query={query} />
        <h2 className="sr-only">Modules</h2>
        {cards.length > 0 ? <ModuleCards cards={cards} /> : <Nothing query={first} />}
        <Pagination
          {...(cursor ? { first: routes.explore(first) } : {})}
          {...(nextCursor ? { next: routes.explore({ ...first, cursor: nextCursor }) } : {})}
        />
      </div>
    </div>
  );
}
