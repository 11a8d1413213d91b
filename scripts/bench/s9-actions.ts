import { ensureAccount } from '@/lib/accounts/commands';
import { actorOf } from '@/lib/accounts/queries';
import { createCollection } from '@/lib/collections/commands';
import { actionId, actionRequest, signIn } from './actions';
import { compareLoad, type Load, type LoadRequest, rates } from './load';
import { atLeast, type Bench, given, type Row, type Settings } from './settings';
import { popularModules } from './site-pages';
import { measureStarWrite } from './star-write';

const BUILD = '.next';
const REFERENCE_BUILD = '.dotkit/bench/reference/.next';
const TOUCHED = 64;

/** An action that refuses answers 200 too, so one answer is read before the load begins. */
async function assertAccepted(
  url: string,
  { method = 'POST', path, headers = {}, body = '' }: LoadRequest,
): Promise<void> {
  const answer = await fetch(`${url}${path}`, { method, headers, body });
  const text = await answer.text();
  if (!answer.ok || !text.includes('"ok":true')) throw new Error(`${path}: ${answer.status} ${text.slice(0, 300)}`);
}

async function compareAction(what: string, requests: LoadRequest[], settings: Settings): Promise<Row> {
  const noop = actionRequest('/noop', actionId(REFERENCE_BUILD, 'noop/actions.js', 'noop'));
  const ours: Load = { url: given('APP_URL'), pid: settings.sitePid, requests, expect: 200 };
  const theirs: Load = { url: given('BENCH_REFERENCE'), pid: settings.referencePid, requests: [noop], expect: 200 };
  for (const request of requests.slice(0, 2)) await assertAccepted(ours.url, request);
  const compared = await compareLoad(ours, theirs, settings);
  return {
    goal: 'S9',
    what: `${what} ÷ no-op action`,
    ...atLeast(compared.ratio, 0.75),
    method: `${rates(compared)}, signed in, on and off again on ${TOUCHED} module pages`,
  };
}

/** S9: what a click costs, against an action that does nothing. */
export const measureActions: Bench = async (settings) => {
  const username = `bench-${process.pid}`;
  const cookie = await signIn(username);
  const actor = actorOf(await ensureAccount({ username }));
  const { slug } = await createCollection({ title: 'Bench', description: '', visibility: 'public' }, actor);
  const modules = await popularModules(TOUCHED);
  const call = (filename: string, name: string) => {
    const id = actionId(BUILD, filename, name);
    return (module: { namespace: string; name: string }, argument: object) =>
      actionRequest(
        `/@${module.namespace}/${module.name}`,
        id,
        { namespace: module.namespace, name: module.name, ...argument },
        cookie,
      );
  };
  const setStar = call('lib/stars/actions.ts', 'setStar');
  const add = call('lib/collections/actions.ts', 'addToCollection');
  const remove = call('lib/collections/actions.ts', 'removeFromCollection');
  const stars = modules.flatMap((module) => [setStar(module, { starred: true }), setStar(module, { starred: false })]);
  const items = modules.flatMap((module) => [add(module, { slug, note: '' }), remove(module, { slug })]);
  return [
    await compareAction('star action', stars, settings),
    await compareAction('collection action', items, settings),
    await measureStarWrite(actor),
  ];
};
