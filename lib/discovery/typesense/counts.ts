import type { ModulePage } from '@/types/module';
import { COUNT_BOUND, type Counts, FACETS, type Facet, MOST_VALUES, type SearchQuery } from '../search/search-index';
import type { Answer, Search } from './protocol';
import { countOf, searchFor } from './searches';
import { spellingOf } from './spelling';

const facetParameters = (facets: readonly Facet[]) => ({
  include_fields: 'id',
  facet_by: facets.join(','),
  max_facet_values: MOST_VALUES,
  per_page: 0,
});

/** Facets that the query filters by: each is counted without its own filter. */
const chosenFacets = ({ filters }: SearchQuery): Facet[] =>
  FACETS.filter((facet) => filters.some((filter) => filter.startsWith(`${facet}:`)));

/** The searches whose answers `countsFrom` puts together: the whole list, one for each chosen facet, and one without typos. */
export function countSearches(query: SearchQuery, asked: string[]): Search[] {
  const hit = { per_page: 1, highlight_fields: 'name,title,tags,provides,owner,kind,summary,readme' };
  const whole = searchFor(query, asked, { ...facetParameters(FACETS), ...(asked.length > 0 ? hit : {}) });
  const others = chosenFacets(query).map((facet) => {
    const filters = query.filters.filter((filter) => !filter.startsWith(`${facet}:`));
    return searchFor({ ...query, filters }, asked, facetParameters([facet]));
  });
  const strict = asked.length > 0 ? [countOf(query, asked, { num_typos: 0, drop_tokens_threshold: 0 })] : [];
  return [whole, ...others, ...strict];
}

function valuesOf(answer: Answer | undefined, facet: Facet): { value: string; count: number }[] {
  const counted = answer?.facet_counts?.find(({ field_name }) => field_name === facet)?.counts ?? [];
  return counted
    .map(({ value, count }) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

/** Total, facets and spelling from the answers to `countSearches`. */
export function countsFrom(answers: Answer[], query: SearchQuery, asked: string[]): Counts {
  const [whole, ...others] = answers;
  if (!whole) throw new Error('A count without an answer.');
  const chosen = chosenFacets(query);
  const facets = Object.fromEntries(
    FACETS.map((facet) => [facet, valuesOf(chosen.includes(facet) ? others[chosen.indexOf(facet)] : whole, facet)]),
  ) as ModulePage['facets'];
  const strict = asked.length > 0 ? answers.at(-1) : undefined;
  const spelling = strict?.found === 0 && whole.found > 0 ? spellingOf(asked, whole) : undefined;
  const isEverything = asked.length === 0 && query.filters.length === 0 && !query.stars && !query.updated;
  const totalIsBound = !isEverything && whole.found > COUNT_BOUND;
  return {
    total: totalIsBound ? COUNT_BOUND : whole.found,
    totalIsBound,
    facets,
    ...(spelling ? { spelling } : {}),
  };
}
