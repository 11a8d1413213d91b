import { compareLoad, rates } from './load';
import { atLeast, type Bench, given, type Row } from './settings';
import { htmlOf, publicPages } from './site-pages';

/** The path of a bare prerendered page that weighs as much as ours, to 1 %. */
async function bareTwin(bytes: number): Promise<string> {
  const weigh = async (length: number) =>
    Buffer.byteLength(await htmlOf(`${given('BENCH_REFERENCE')}/bytes/${length}`));
  // The text of a page stands in it twice, as markup and as data.
  const length = Math.max(0, Math.round((bytes - (await weigh(0))) / 2));
  const weight = await weigh(length);
  if (Math.abs(weight - bytes) > bytes / 100)
    throw new Error(`the bare page weighs ${weight} instead of ${bytes} bytes`);
  return `/bytes/${length}`;
}

/** S1: anonymous pages against bare prerendered pages of the same bytes. */
export const measurePages: Bench = async (settings) => {
  const rows: Row[] = [];
  for (const { name, path } of await publicPages()) {
    const url = given('APP_URL');
    const bytes = Buffer.byteLength(await htmlOf(`${url}${path}`));
    const twin = await bareTwin(bytes);
    const compared = await compareLoad(
      { url, pid: settings.sitePid, requests: [{ path }], expect: 200 },
      { url: given('BENCH_REFERENCE'), pid: settings.referencePid, requests: [{ path: twin }], expect: 200 },
      settings,
    );
    rows.push({
      goal: 'S1',
      what: `${name} page ÷ bare prerendered page`,
      ...atLeast(compared.ratio, 0.9),
      method: `${rates(compared)}, ${Math.round(bytes / 1000)} kB each, no cookie`,
    });
  }
  return rows;
};
