'use client';

import { Notice } from '@/components/ui/notice';
import { Pagination } from '@/components/ui/pagination';
import { routes } from '@/lib/routes';
import type { Sort } from '@/types/module';
import { isModuleKind } from '@/types/module-kind';
import type { ExploreList } from './explore-data';
import { ExploreFilters } from './explore-filters';
import { FACET_TITLES, labelOf, totalText } from './explore-labels';
import { Nothing } from './explore-nothing';
import { KIND_INFO } from './kind-info';
import { ModuleCards } from './module-cards';

type Query = Record<string, string>;

const SORT_LABELS: [Sort, string][] = [
  ['relevance', 'Relevance'],
  ['trending', 'Trending'],
  ['downloads', 'Downloads'],
  ['stars', 'Stars'],
  ['rating', 'Rating'],
  ['updated', 'Updated'],
  ['new', 'New'],
];

function headingOf({ q, kind }: Query): string {
  if (q) return `Results for “${q}”`;
  return isModuleKind(kind) ? KIND_INFO[kind].plural : 'Explore modules';
}

function Chosen({ query }: { query: Query }) {
  const { cursor: _, ...kept } = query;
  const chosen = ['q', ...Object.keys(FACET_TITLES)].filter((key) => query[key]);
  if (chosen.length === 0) return null;
  return (
    <p className="chosen">
      {chosen.map((key) => (
        <a key={key} className="chip" href={routes.explore({ ...kept, [key]: undefined })}>
          {key === 'q' ? `“${query.q}”` : `${FACET_TITLES[key]}: ${labelOf(key, query[key] ?? '')}`}
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
  const usual = query.q ? 'relevance' : 'trending';
  const current = query.sort ?? usual;
  return (
    <nav aria-label="Order" className="tabs">
      {SORT_LABELS.filter(([sort]) => sort !== 'relevance' || query.q).map(([sort, label]) => (
        <a
          key={sort}
          href={routes.explore({ ...kept, sort: sort === usual ? undefined : sort })}
          aria-current={sort === current ? 'true' : undefined}
        >
          {label}
        </a>
      ))}
    </nav>
  );
}

function Mended({ asked, spelling, query }: { asked: string; spelling: string; query: Query }) {
  return (
    <p className="mended">
      Nothing matches “{asked}”. Showing results for{' '}
      <a className="link" href={routes.explore({ ...query, q: spelling })}>
        {spelling}
      </a>
      .
    </p>
  );
}

function Pages({ query, list }: { query: Query; list: ExploreList }) {
  const { cursor, ...first } = query;
  const { previousCursor, nextCursor } = list;
  return (
    <Pagination
      {...(cursor ? { first: routes.explore(first) } : {})}
      {...(previousCursor ? { previous: routes.explore({ ...first, cursor: previousCursor }) } : {})}
      {...(nextCursor ? { next: routes.explore({ ...first, cursor: nextCursor }) } : {})}
    />
  );
}

type ExploreViewProps = { query: Query; list: ExploreList; problems?: string[] };

/** A list of modules with its filters. Everything on it is a link; it is a client component so that data travel, not elements. */
export function ExploreView({ query, list, problems = [] }: ExploreViewProps) {
  const { cursor: _, ...first } = query;
  const { cards, groups, total, totalIsBound = false, spelling, looser = [] } = list;
  const { q } = query;
  return (
    <div className="wrap explore">
      <header>
        <h1>{headingOf(q && spelling ? { q: spelling } : query)}</h1>
        <p>{`${totalText(total, totalIsBound)} ${total === 1 ? 'module' : 'modules'}`}</p>
        {q && spelling && <Mended asked={q} spelling={spelling} query={first} />}
        <Chosen query={query} />
      </header>
      <ExploreFilters groups={groups} query={query} total={total} isBound={totalIsBound} />
      <div id="list">
        {problems.length > 0 && (
          <Notice tone="warn" title="Part of this search was not understood">
            {problems.map((problem) => (
              <p key={problem}>{problem}</p>
            ))}
            <a className="link" href={routes.docs('searching')}>
              How to search
            </a>
          </Notice>
        )}
        <Sorts query={query} />
        <h2 className="sr-only">Modules</h2>
        {cards.length > 0 ? <ModuleCards cards={cards} /> : <Nothing query={query} looser={looser} />}
        <Pages query={query} list={list} />
      </div>
    </div>
  );
}
