'use client';

import { EmptyState } from '@/components/ui/empty-state';
import { routes } from '@/lib/routes';
import { FACET_TITLES, labelOf, totalText } from './explore-labels';

type Query = Record<string, string>;

/** The address and the name of a search that leaves something out: `q`, a filter, or `word:` and one word. */
function looserSearch(without: string, query: Query): { href: string; label: string } {
  const word = without.startsWith('word:') ? without.slice('word:'.length) : null;
  if (word !== null) {
    const rest = (query.q ?? '').split(/\s+/).filter((other) => other.toLowerCase() !== word.toLowerCase());
    return { href: routes.explore({ ...query, q: rest.join(' ') }), label: `Without “${word}”` };
  }
  const href = routes.explore({ ...query, [without]: undefined });
  if (without === 'q') return { href, label: `Without “${query.q ?? ''}”` };
  return { href, label: `Without ${FACET_TITLES[without] ?? without}: ${labelOf(without, query[without] ?? '')}` };
}

/** No results, and the ways on: what to leave out and how many modules that gives. */
export function Nothing({ query, looser }: { query: Query; looser: [without: string, total: number][] }) {
  const { cursor, ...first } = query;
  if (cursor)
    return (
      <EmptyState title="The list ends before this page">
        <p>
          <a className="link go" href={routes.explore(first)}>
            Go to its first page
          </a>
        </p>
      </EmptyState>
    );
  return (
    <EmptyState title="Nothing matches all of this">
      <p>
        {looser.length > 0
          ? 'Leave something out:'
          : 'Fewer words find more; names, titles, tags, summaries and READMEs are searched.'}
      </p>
      <ul className="mt-2 flex flex-wrap gap-x-5">
        {looser.map(([without, total]) => {
          const { href, label } = looserSearch(without, query);
          return (
            <li key={without}>
              <a className="link go" href={href}>{`${label} (${totalText(total, false)})`}</a>
            </li>
          );
        })}
        <li>
          <a className="link go" href={routes.explore()}>
            See every module
          </a>
        </li>
      </ul>
    </EmptyState>
  );
}
