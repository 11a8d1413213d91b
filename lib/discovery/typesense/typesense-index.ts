import 'server-only';
import { words } from '@/lib/utils/words';
import { looserQueries } from '../search/looser';
import {
  COUNT_BOUND,
  type Counts,
  type Hits,
  type SearchIndex,
  type SearchQuery,
  type Step,
} from '../search/search-index';
import { queryWords } from '../search/understand';
import type { TypesenseClient } from './client';
import { TEXT_WEIGHTS } from './collection';
import { countSearches, countsFrom } from './counts';
import { beyond, pageOf, pageParameters } from './keyset';
import { pageAt, placesOf } from './offsets';
import { byRelevance, countOf, searchFor, suggestion } from './searches';

/** The engine gives at most 250 hits at a time, and one more than a page tells whether there is a next one. */
const LONGEST_PAGE = 249;
const MOST_WORDS = 8;
const HEADINGS = ['name', 'title'];

/** The index of a Typesense cluster, which many processes share. `feedSearch` keeps it as the database is. */
export class TypesenseIndex implements SearchIndex {
  constructor(private readonly client: TypesenseClient) {}

  async list(query: SearchQuery, step: Step | null, limit: number): Promise<Hits> {
    const asked = queryWords(query.text);
    const most = Math.min(limit, LONGEST_PAGE);
    return asked.length > 0 ? this.#byPlaces(query, asked, step, most) : this.#byKeys(query, step, most);
  }

  async count(query: SearchQuery): Promise<Counts> {
    const asked = queryWords(query.text);
    const counts = countsFrom(await this.client.search(countSearches(query, asked)), query, asked);
    return counts.total > 0 ? counts : { ...counts, looser: await this.#looser(query) };
  }

  async suggest(text: string, limit: number): Promise<string[]> {
    const asked = words(text).slice(0, MOST_WORDS);
    if (asked.length === 0) return [];
    const isOpen = !/\s$/.test(text);
    const answers = await this.client.search(
      [HEADINGS, Object.keys(TEXT_WEIGHTS)].map((fields) => suggestion(asked, fields, isOpen, limit)),
    );
    const best = answers.find(({ hits }) => hits.length > 0);
    return best?.hits.map(({ document }) => document.id) ?? [];
  }

  async #byKeys(query: SearchQuery, step: Step | null, limit: number): Promise<Hits> {
    const field = query.sort === 'relevance' ? 'trending' : query.sort;
    const conditions = step ? [beyond(field, step)] : [];
    const [answer] = await this.client.search([searchFor(query, [], pageParameters(field, step, limit), conditions)]);
    return answer ? pageOf(answer, field, step, limit) : { ids: [], previous: null, next: null };
  }

  async #byPlaces(query: SearchQuery, asked: string[], step: Step | null, limit: number): Promise<Hits> {
    const places = placesOf(step, limit);
    if (places.limit <= 0) return { ids: [], previous: null, next: null };
    const order = query.sort === 'relevance' ? byRelevance(asked) : `${query.sort}:desc,idHigh:desc,idLow:desc`;
    const [answer] = await this.client.search([
      searchFor(query, asked, { sort_by: order, include_fields: 'id', ...places }),
    ]);
    return answer ? pageAt(answer, places) : { ids: [], previous: null, next: null };
  }

  async #looser(query: SearchQuery): Promise<NonNullable<Counts['looser']>> {
    const tries = looserQueries(query);
    if (tries.length === 0) return [];
    const answers = await this.client.search(tries.map((one) => countOf(one.query, queryWords(one.query.text))));
    return tries
      .map(({ without }, at) => ({ without, total: Math.min(answers[at]?.found ?? 0, COUNT_BOUND) }))
      .filter(({ total }) => total > 0);
  }
}
