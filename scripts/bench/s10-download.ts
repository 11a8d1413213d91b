import { compareLoad, rates } from './load';
import { atLeast, type Bench, given } from './settings';
import { popularModules } from './site-pages';

const HOT = 24;

/** S10: policy, link and counting against a handler that only redirects. */
export const measureDownload: Bench = async (settings) => {
  const modules = await popularModules(HOT);
  const compared = await compareLoad(
    {
      url: given('APP_URL'),
      pid: settings.sitePid,
      requests: modules.map(({ namespace, name, version }) => ({
        path: `/api/v1/modules/${namespace}/${name}/versions/${version}/download`,
      })),
      expect: 307,
    },
    { url: given('BENCH_REFERENCE'), pid: settings.referencePid, requests: [{ path: '/redirect' }], expect: 307 },
    settings,
  );
  return [
    {
      goal: 'S10',
      what: 'download route ÷ handler that only redirects',
      ...atLeast(compared.ratio, 0.6),
      method: `${rates(compared)}, the ${HOT} most starred modules in turn, counted and rate-limited as always`,
    },
  ];
};
