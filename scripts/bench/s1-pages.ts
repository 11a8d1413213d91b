import { compareLoad, rates } from './load';
import { atLeast, type Bench, given, type Row } from './settings';
import { htmlOf, publicPages } from './site-pages';

/**
 * The path of a bare prerendered page that weighs as much as ours, to 1 %, and is a text of the same kind: one sign beyond ASCII
 * makes Next count and encode a whole page as UTF-8 for every answer, which costs either side a tenth of a millisecond.
 */
async function bareTwin(html: string): Promise<string> {
  const bytes = Buffer.byteLength(html);
  const folder = bytes === html.length ? '/bytes' : '/utf8-bytes';
  const weigh = async (length: number) =>
    Buffer.byteLength(await htmlOf(`${given('BENCH_REFERENCE')}${folder}/${length}`));
  // The text of a page stands in it twice, as markup and as data.
  const length = Math.max(0, Math.round((bytes - (await weigh(0))) / 2));
  const weight = await weigh(length);
  if (Math.abs(weight - bytes) > bytes / 100)
    throw new Error(`the bare page weighs ${weight} instead of ${bytes} bytes`);
  return `${folder}/${length}`;
}

/** S1: anonymous pages against bare prerendered pages of the same bytes. */
export const measurePages: Bench = async (settings) => {
  const rows: Row[] = [];
  for (const { name, path } of await publicPages()) {
    const url = given('APP_URL');
    const html = await htmlOf(`${url}${path}`);
    const twin = await bareTwin(html);
    const compared = await compareLoad(
      { url, pid: settings.sitePid, requests: [{ path }], expect: 200 },
      { url: given('BENCH_REFERENCE'), pid: settings.referencePid, requests: [{ path: twin }], expect: 200 },
      settings,
    );
    rows.push({
      goal: 'S1',
      what: `${name} page ÷ bare prerendered page`,
      ...atLeast(compared.ratio, 0.9),
      method: `${rates(compared)}, ${Math.round(Buffer.byteLength(html) / 1000)} kB each, no cookie`,
    });
  }
  return rows;
};
