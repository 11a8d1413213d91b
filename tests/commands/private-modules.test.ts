import { beforeAll, expect, it } from 'vitest';
import { addToCollection, createCollection } from '@/lib/collections/commands';
import { getCollection } from '@/lib/collections/queries';
import { getProfile, listModules, suggestModules } from '@/lib/discovery/queries';
import { issueDownload } from '@/lib/downloads/commands';
import { getHome } from '@/lib/home/queries';
import { updateListing } from '@/lib/modules/commands';
import { getModule, listOwnModules } from '@/lib/modules/queries';
import { setStar } from '@/lib/stars/commands';
import { listFeed, listSitemapPage } from '@/lib/syndication/queries';
import { restoreVersion, yankVersion } from '@/lib/versions/commands';
import { getFile, getVersion } from '@/lib/versions/queries';
import type { Actor } from '@/types/actor';
import { person, publish, refusalOf } from '../support/builders';
import { onOwnDatabase } from '../support/database';

onOwnDatabase();

const VERSION = '1.0.0';
const tagOf = (name: string) => `about-${name}`;
const about = (name: string) => ({ title: `Secret ${name}`, keywords: [tagOf(name)] });
let ada: Actor;
let eve: Actor;

beforeAll(async () => {
  [ada, eve] = [await person(), await person()];
  await publish(ada, 'diary', { visibility: 'private', manifest: about('diary') });
  await publish(ada, 'open-book');
});

/** Every way to learn of a module, and what each says: true where it is known. */
async function traces(name: string, actor: Actor | null): Promise<Record<string, boolean>> {
  const ref = { namespace: ada.username, name };
  const lists = await Promise.all([
    listModules({ q: `secret ${name}` }),
    listModules({ author: ada.username, limit: 100 }),
    listModules({ tag: tagOf(name) }),
    listModules({ sort: 'new', limit: 100 }),
  ]);
  const holds = (items: { name: string }[]) => items.some((item) => item.name === name);
  const home = await getHome();
  const download = await refusalOf(issueDownload({ ...ref, version: VERSION }, actor));
  return {
    module: (await getModule(ada.username, name, actor)) !== null,
    version: (await getVersion(ada.username, name, VERSION, actor)) !== null,
    file: (await getFile(ada.username, name, VERSION, 'main.conf', actor)) !== null,
    'latest file': (await getFile(ada.username, name, undefined, 'main.conf', actor)) !== null,
    download: download === 'none',
    search: lists.some(({ items }) => holds(items)),
    facets: lists.some(({ facets }) => facets.tag.some(({ value }) => value === tagOf(name))),
    suggest: holds(await suggestModules(name.slice(0, 4))),
    home: [home.featured, home.trending, home.fresh, home.updated, home.themes.coloured, home.themes.greys].some(holds),
    sitemap: ((await listSitemapPage('modules', 1)) ?? []).some(({ ref: at }) => at === `@${ada.username}/${name}`),
    feed: holds(await listFeed()),
    profile: holds((await getProfile(ada.username))?.modules ?? []),
  };
}

const nothing = (known: Record<string, boolean>) => Object.entries(known).filter(([, is]) => is);

it('is absent everywhere for visitors and for other people', async () => {
  expect(nothing(await traces('diary', null))).toEqual([]);
  expect(nothing(await traces('diary', eve))).toEqual([]);
});

it('counts in no total', async () => {
  expect((await listModules({ author: ada.username })).total).toBe(1);
  expect((await listModules({ q: 'secret diary' })).total).toBe(0);
});

it('is there for its owner, in what is theirs, and still in no list', async () => {
  const known = nothing(await traces('diary', ada)).map(([way]) => way);
  expect(known).toEqual(['module', 'version', 'file', 'latest file', 'download']);
  expect((await listOwnModules(ada)).map(({ name }) => name).sort()).toEqual(['diary', 'open-book']);
});

it('answers the owner first and everybody else after, from the same cache', async () => {
  expect(await getModule(ada.username, 'diary', ada)).not.toBeNull();
  expect(await getModule(ada.username, 'diary', eve)).toBeNull();
  expect(await getVersion(ada.username, 'diary', VERSION, null)).toBeNull();
});

it('is not there to be starred, yanked, restored, changed or collected by others', async () => {
  const ref = { namespace: ada.username, name: 'diary' };
  await createCollection({ title: 'Mine', description: '', visibility: 'public' }, eve);
  expect(await refusalOf(setStar({ ...ref, starred: true }, eve))).toBe('not_found');
  expect(await refusalOf(yankVersion({ ...ref, version: VERSION, reason: 'x' }, eve))).toBe('not_found');
  expect(await refusalOf(restoreVersion({ ...ref, version: VERSION }, eve))).toBe('not_found');
  expect(await refusalOf(updateListing({ ...ref, title: 'x' }, eve))).toBe('not_found');
  expect(await refusalOf(addToCollection({ slug: 'mine', ...ref, note: '' }, eve))).toBe('not_found');
});

it('leaves no trace in a public collection of its owner', async () => {
  await createCollection({ title: 'Both', description: '', visibility: 'public' }, ada);
  for (const name of ['diary', 'open-book'])
    await addToCollection({ slug: 'both', namespace: ada.username, name, note: '' }, ada);
  const names = async (actor: Actor | null) =>
    (await getCollection(ada.username, 'both', actor))?.items.map(({ module }) => module.name);
  expect(await names(ada)).toEqual(['diary', 'open-book']);
  expect(await names(eve)).toEqual(['open-book']);
  expect(await names(null)).toEqual(['open-book']);
  const [summary] = (await getProfile(ada.username))?.collections ?? [];
  expect(summary?.count).toBe(1);
});

it('leaves a public collection at once when it turns private, although others have just read it', async () => {
  await publish(ada, 'fading');
  await createCollection({ title: 'Kept', description: '', visibility: 'public' }, ada);
  await addToCollection({ slug: 'kept', namespace: ada.username, name: 'fading', note: '' }, ada);
  const names = async () => (await getCollection(ada.username, 'kept', eve))?.items.map(({ module }) => module.name);
  expect(await names()).toEqual(['fading']);
  await updateListing({ namespace: ada.username, name: 'fading', visibility: 'private' }, ada);
  expect(await names()).toEqual([]);
  await updateListing({ namespace: ada.username, name: 'fading', visibility: 'unlisted' }, ada);
});

it('disappears at once when it turns private, and returns when it turns public', async () => {
  await publish(ada, 'wavering', { manifest: about('wavering') });
  const ref = { namespace: ada.username, name: 'wavering' };
  const all = Object.keys(await traces('wavering', null));
  const seen = async () => nothing(await traces('wavering', null)).map(([way]) => way);
  expect(await seen()).toEqual(all);
  await updateListing({ ...ref, visibility: 'private' }, ada);
  expect(await seen()).toEqual([]);
  await updateListing({ ...ref, visibility: 'public' }, ada);
  expect(await seen()).toEqual(all);
});

it('shows an unlisted module to whoever knows its address, and in no list', async () => {
  await publish(ada, 'whisper', { visibility: 'unlisted', manifest: about('whisper') });
  const known = nothing(await traces('whisper', null)).map(([way]) => way);
  expect(known).toEqual(['module', 'version', 'file', 'latest file', 'download']);
});
