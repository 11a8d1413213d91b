import { compareLoad, rates } from './load';
import { zipfQueries } from './search-classes';
import { atLeast, type Bench, given } from './settings';

const QUERIES = 4000;

/** S3: explore with words and filters, rendered per request, against a page that says hello per request. */
export const measureSearchPage: Bench = async (settings) => {
  const requests = zipfQueries(QUERIES).map((path) => ({ path }));
  const compared = await compareLoad(
    { url: given('APP_URL'), pid: settings.sitePid, requests, expect: 200 },
    { url: given('BENCH_REFERENCE'), pid: settings.referencePid, requests: [{ path: '/hello' }], expect: 200 },
    settings,
  );
  return [
    {
      goal: 'S3',
      what: 'explore with a query ÷ a bare dynamic page',
      ...atLeast(compared.ratio, 0.6),
      method: `${rates(compared)}, ${requests.length} distinct queries and filters (Zipf), 24 cards and facets`,
    },
  ];
};
