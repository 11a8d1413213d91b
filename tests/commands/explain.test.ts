import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import * as accountCommands from '@/lib/accounts/commands';
import * as accounts from '@/lib/accounts/queries';
import { recordAudit } from '@/lib/audit/commands';
import * as collectionCommands from '@/lib/collections/commands';
import * as collections from '@/lib/collections/queries';
import { findThemesByColor } from '@/lib/colors/queries';
import { COLOR_PARTS } from '@/lib/colors/schema';
import * as deviceCommands from '@/lib/devices/commands';
import { getDeviceRequest } from '@/lib/devices/queries';
import { refreshRanks } from '@/lib/discovery/commands';
import * as discovery from '@/lib/discovery/queries';
import type { ListModulesInput } from '@/lib/discovery/schema';
import { issueDownload } from '@/lib/downloads/commands';
import { listDownloadDays } from '@/lib/downloads/queries';
import * as home from '@/lib/home/queries';
import { answerOnce } from '@/lib/idempotency/commands';
import { backgroundSettled } from '@/lib/infra/background';
import { updateListing } from '@/lib/modules/commands';
import * as modules from '@/lib/modules/queries';
import { runJob } from '@/lib/operations/commands';
import * as relations from '@/lib/relations/queries';
import { setStar } from '@/lib/stars/commands';
import { hasStarred } from '@/lib/stars/queries';
import * as syndication from '@/lib/syndication/queries';
import * as tokenCommands from '@/lib/tokens/commands';
import { listTokens } from '@/lib/tokens/queries';
import * as versionCommands from '@/lib/versions/commands';
import * as versions from '@/lib/versions/queries';
import { refreshListings } from '@/lib/versions/refresh-listings';
import { sweepUploads } from '@/lib/versions/sweep';
import { CollectionModel } from '@/models/collection';
import { DeviceGrantModel } from '@/models/device-grant';
import { DownloadDailyModel } from '@/models/download-daily';
import { IdempotencyRecordModel } from '@/models/idempotency-record';
import { ModuleModel } from '@/models/module-kinds';
import { StarModel } from '@/models/star';
import { UploadModel } from '@/models/upload';
import type { Actor } from '@/types/actor';
import { SORTS, UPLOAD_STATUSES } from '@/types/module';
import { announced, pack, person, publish, refusalOf } from '../support/builders';
import { seedCatalogue } from '../support/catalogue';
import { onOwnDatabase } from '../support/database';
import { type Explained, explain, watchQueries } from '../support/query-watch';

const queries = watchQueries();
onOwnDatabase();

const MODULES = 600;
const ref = { namespace: 'seed-0', name: '' };
let ada: Actor;
let uploadId = '';

/** Enough of everything that a scan would show: lists of hundreds, and hundreds of rows that are somebody else's. */
beforeAll(async () => {
  await seedCatalogue(MODULES);
  ada = await person('explorer');
  await publish(ada, 'mine', { version: '1.0.0' });
  uploadId = (await versions.listUploads(ada))[0]?.uploadId ?? '';
  const { name } = (await ModuleModel.findOne({ namespace: ref.namespace }).lean()) ?? { name: '' };
  ref.name = name;
  // A process reads the whole catalogue in once; from then on it must not.
  await discovery.listModules({});
  const rows = Array.from({ length: 400 }, (_, index) => ({ index, at: new Date(Date.now() - index * 60_000) }));
  await UploadModel.insertMany(
    rows.map(({ index, at }) => ({
      _id: `upl_${String(index).padStart(22, '0')}`,
      userId: index % 2 ? ada.userId : `user_${index % 7}`,
      username: 'x',
      namespace: 'x',
      name: 'x',
      version: '1.0.0',
      sizeBytes: 1,
      sha256: 'x',
      status: UPLOAD_STATUSES[index % 40 === 0 ? 0 : 2],
      createdAt: at,
      expiresAt: new Date(at.getTime() + 900_000),
      stagedRemoved: true,
      cleanedAt: index > 20 ? at : null,
    })),
  );
  await StarModel.insertMany(
    rows.map(({ index }) => ({ userId: `user_${index % 20}`, namespace: 'x', name: `x${index}` })),
  );
  await CollectionModel.insertMany(
    rows.map(({ index }) => ({
      userId: 'x',
      owner: index % 10 ? `user-${index % 9}` : ada.username,
      slug: `slug-${index}`,
      title: 'x',
      visibility: index % 3 ? 'public' : 'private',
      items: [ref, { namespace: ada.username, name: 'mine' }],
    })),
  );
  await DownloadDailyModel.insertMany(
    rows.map(({ index, at }) => ({ ...ref, version: `1.0.${index}`, day: at.toISOString().slice(0, 10), count: 1 })),
  );
  await DeviceGrantModel.insertMany(
    rows.map(({ index, at }) => ({
      deviceHash: `d${index}`,
      userHash: `u${index}`,
      clientName: 'x',
      scopes: ['read'],
      address: 'x',
      expiresAt: new Date(at.getTime() + 900_000),
      nextPollAt: at,
      intervalSeconds: 5,
    })),
  );
  await IdempotencyRecordModel.insertMany(
    rows.map(({ index, at }) => ({
      caller: ada.userId,
      key: `key-${index}`,
      fingerprint: 'x',
      expiresAt: new Date(at.getTime() + 86_400_000),
    })),
  );
  for (const days of [1, 2, 3]) await tokenCommands.createToken({ name: 'x', scopes: ['read'], days }, ada);
}, 120_000);

const QUERIES: ListModulesInput[] = [
  {},
  { q: 'dark' },
  { q: 'dark prompt' },
  { q: 'pro' },
  { q: 'nothing-like-this' },
  { kind: 'prompt' },
  { kind: 'color-theme', appearance: 'dark', license: 'MIT' },
  { q: 'theme', tag: 'minimal', os: 'linux' },
  { author: 'seed-1' },
];

/** A list to its third page: the first has no cursor, the others may lie in another stretch of the plan. */
async function threePages(input: ListModulesInput) {
  let cursor: string | null | undefined;
  for (let page = 0; page < 3 && cursor !== null; page += 1)
    cursor = (await discovery.listModules({ ...input, limit: 9, ...(cursor ? { cursor } : {}) })).nextCursor;
}

const fresh = () => ({ namespace: ada.username, name: 'mine' });
const begin = async () => versionCommands.startUpload(announced(pack(`@${ada.username}/begun`)), ada);

const beginDevice = () => deviceCommands.startDevice({ client_id: undefined, client_name: 'x', scopes: ['read'] }, 'x');
const redeem = (device_code: string) =>
  deviceCommands.redeemDevice({ grant_type: 'urn:ietf:params:oauth:grant-type:device_code', device_code }, 'x');

/** Every exported query and command of the product, called at least once. A new one is missed by name below. */
const CALLS: Record<string, () => Promise<unknown>> = {
  'accounts/queries.getAccount': () => accounts.getAccount('seed-2'),
  'accounts/queries.listPeople': () => accounts.listPeople(),
  'accounts/commands.ensureAccount': () => accountCommands.ensureAccount({ username: 'newcomer' }),
  'accounts/commands.updateProfile': () => accountCommands.updateProfile({ displayName: 'E', bio: '' }, ada),
  'audit/commands.recordAudit': () => recordAudit(ada, 'x', 'x'),
  'collections/queries.getCollection': () => collections.getCollection(ada.username, 'slug-10', null),
  'collections/queries.listOwnCollections': () => collections.listOwnCollections(ada),
  'collections/queries.listPublicCollections': () => collections.listPublicCollections(ada.username),
  'collections/queries.listPopularCollections': () => collections.listPopularCollections(6),
  'collections/commands.createCollection': () =>
    collectionCommands.createCollection({ title: 'Shelf', description: '', visibility: 'public' }, ada),
  'collections/commands.updateCollection': () =>
    collectionCommands.updateCollection({ slug: 'shelf', title: 'S' }, ada),
  'collections/commands.addToCollection': () =>
    collectionCommands.addToCollection({ slug: 'shelf', ...fresh(), note: '' }, ada),
  'collections/commands.removeFromCollection': () =>
    collectionCommands.removeFromCollection({ slug: 'shelf', ...fresh() }, ada),
  'collections/commands.deleteCollection': () => collectionCommands.deleteCollection({ slug: 'shelf' }, ada),
  'colors/queries.findThemesByColor': async () => {
    for (const part of COLOR_PARTS) await findThemesByColor({ color: '#336699', part });
  },
  'discovery/queries.listModules': async () => {
    for (const sort of SORTS) for (const query of QUERIES) await threePages({ ...query, sort });
  },
  'discovery/queries.suggestModules': () => discovery.suggestModules('pro'),
  'discovery/queries.getProfile': () => discovery.getProfile('seed-1'),
  'discovery/commands.refreshRanks': async () => {
    await ModuleModel.collection.updateMany({ namespace: 'seed-1' }, { $set: { rankStale: true } });
    await refreshRanks();
  },
  'downloads/queries.listDownloadDays': () => listDownloadDays(ref.namespace, ref.name, null),
  'downloads/commands.issueDownload': async () => {
    await issueDownload({ ...fresh(), version: '1.0.0' }, null);
    await backgroundSettled();
  },
  'home/queries.getHome': () => home.getHome(),
  'home/queries.listThemesByHue': () => home.listThemesByHue(24),
  'modules/queries.getModule': () => modules.getModule(ref.namespace, ref.name, null),
  'modules/queries.requireModule': () => modules.requireModule(ada.username, 'mine', null),
  'modules/queries.listPublicModulesOf': () => modules.listPublicModulesOf('seed-1'),
  'modules/queries.listOwnModules': () => modules.listOwnModules({ ...ada, username: 'seed-1' }),
  'modules/commands.updateListing': () => updateListing({ ...fresh(), title: 'Mine' }, ada),
  'operations/commands.runJob': async () => {
    await runJob('sweep-uploads');
    await sweepUploads(new Date(Date.now() + 3_600_000));
    await ModuleModel.collection.updateMany({ namespace: ada.username }, { $set: { listingShape: 0 } });
    await refreshListings();
  },
  'relations/queries.listClashes': () => relations.listClashes(ref.namespace, ref.name, null),
  'relations/queries.getRelations': () => relations.getRelations(ref.namespace, ref.name, null),
  'relations/queries.listTogether': () => relations.listTogether(ref.namespace, ref.name),
  'relations/queries.checkOwnList': () =>
    relations.checkOwnList({ ...ref, list: `@${ada.username}/mine\n~/.zshrc` }, null),
  'relations/queries.listMembers': () => relations.listMembers([`@${ref.namespace}/${ref.name}`]),
  'relations/queries.compareModules': () => relations.compareModules([`@${ref.namespace}/${ref.name}`]),
  'stars/queries.hasStarred': () => hasStarred(ref.namespace, ref.name, ada),
  'stars/commands.setStar': async () => {
    for (const starred of [true, true, false]) await setStar({ ...ref, starred }, ada);
  },
  'syndication/queries.countSitemapPages': () => syndication.countSitemapPages(),
  'syndication/queries.listSitemapPage': async () => {
    for (const set of syndication.SITEMAP_SETS) await syndication.listSitemapPage(set, 1);
  },
  'syndication/queries.listFeed': () => syndication.listFeed(),
  'tokens/queries.listTokens': () => listTokens(ada),
  'tokens/commands.createToken': () => tokenCommands.createToken({ name: 'x', scopes: ['read'], days: 1 }, ada),
  'tokens/commands.authenticateToken': async () => {
    const { token } = await tokenCommands.createToken({ name: 'x', scopes: ['read'], days: 1 }, ada);
    await tokenCommands.authenticateToken(token);
  },
  'tokens/commands.revokeToken': async () =>
    tokenCommands.revokeToken({ id: (await listTokens(ada))[0]?.id ?? '' }, ada),
  'versions/queries.getVersion': () => versions.getVersion(ref.namespace, ref.name, '1.0.0', null),
  'versions/queries.getFile': () => versions.getFile(ada.username, 'mine', '1.0.0', 'main.conf', null),
  'versions/queries.compareVersions': () =>
    versions.compareVersions(ada.username, 'mine', { from: '1.0.0', to: '1.0.0' }, null),
  'versions/queries.listVersions': async () => {
    for (const before of [undefined, '1.0.0']) await versions.listVersions(ada.username, 'mine', before, null);
  },
  'versions/queries.getUpload': () => versions.getUpload(uploadId, ada),
  'versions/queries.listUploads': () => versions.listUploads(ada),
  'versions/commands.startUpload': begin,
  'versions/commands.completeUpload': () => publish(ada, 'mine', { version: '2.0.0' }),
  'versions/commands.yankVersion': () =>
    versionCommands.yankVersion({ ...fresh(), version: '1.0.0', reason: 'x' }, ada),
  'versions/commands.restoreVersion': () => versionCommands.restoreVersion({ ...fresh(), version: '1.0.0' }, ada),
  'devices/commands.startDevice': () => beginDevice(),
  'devices/commands.decideDevice': async () => {
    const { user_code } = await beginDevice();
    await deviceCommands.decideDevice({ user_code, decision: 'deny' }, ada);
    await refusalOf(deviceCommands.decideDevice({ user_code, decision: 'deny' }, ada));
  },
  'devices/commands.redeemDevice': async () => {
    const { user_code, device_code } = await beginDevice();
    for (let times = 0; times < 2; times += 1) await refusalOf(redeem(device_code));
    await deviceCommands.decideDevice({ user_code, decision: 'approve' }, ada);
    await redeem(device_code);
  },
  'devices/queries.getDeviceRequest': async () => getDeviceRequest((await beginDevice()).user_code, ada, 'x'),
  'idempotency/commands.answerOnce': async () => {
    const named = { caller: ada.userId, key: 'new', fingerprint: 'x' };
    for (const status of [503, 200, 200])
      await answerOnce(named, async () => ({ status, contentType: null, body: '' }));
    await IdempotencyRecordModel.collection.updateOne(
      { caller: ada.userId, key: 'new' },
      { $set: { expiresAt: new Date(0) } },
    );
    await answerOnce(named, async () => ({ status: 200, contentType: null, body: '' }));
  },
};

/** Exports that send nothing to the database, or only what another entry sends. */
const WITHOUT_QUERIES = [
  'accounts/queries.actorOf',
  'accounts/queries.getActor',
  'accounts/queries.requireActor',
  'accounts/commands.adoptAccount',
  'handbook/queries.searchHandbook',
  'operations/commands.isJob',
  'operations/commands.isCronCall',
];

/** Keys or documents that a statement may look at: a page's worth, and the rows that a filter of a list throws away. */
const isCheap = ({ keys, docs, returned, collection, stages }: Explained) =>
  collection === 'modules'
    ? docs <= MODULES / 2 || docs <= returned * 2
    : // Counting keys of an index, without a row, to the end of a page of the site map is bounded by that page.
      (keys <= 60 + returned * 2 || stages.includes('PROJECTION_COVERED')) && docs <= 60 + returned * 2;

it('knows every query and command of the product', async () => {
  const lib = join(import.meta.dirname, '../../lib');
  const found: string[] = [];
  for (const noun of readdirSync(lib))
    for (const file of ['queries', 'commands']) {
      const exported: Record<string, unknown> = await import(`../../lib/${noun}/${file}.ts`).catch(() => ({}));
      for (const [name, value] of Object.entries(exported))
        if (typeof value === 'function') found.push(`${noun}/${file}.${name}`);
    }
  expect(found.length).toBeGreaterThan(30);
  expect(found.sort()).toEqual([...Object.keys(CALLS), ...WITHOUT_QUERIES].sort());
});

describe('every statement', () => {
  it.each(Object.keys(CALLS))('of %s walks an index, in its order, and not far', async (name) => {
    const seen = await queries.during(async () => CALLS[name]?.());
    const distinct = new Map(seen.map((command) => [JSON.stringify(command, mapsToo), command]));
    const plans = (await Promise.all([...distinct.values()].map(explain))).flat();
    if (process.env.SHOW_PLANS) for (const plan of plans) console.log(name, JSON.stringify(plan));
    expect(plans.filter(({ stages }) => stages.includes('COLLSCAN'))).toEqual([]);
    expect(plans.filter(({ stages }) => stages.includes('SORT'))).toEqual([]);
    expect(plans.filter((plan) => !isCheap(plan))).toEqual([]);
  });
});

/** The driver keeps a sort order in a Map, which JSON would leave out. */
const mapsToo = (key: string, value: unknown) =>
  value instanceof Map ? [...value] : ['lsid', '$clusterTime'].includes(key) ? undefined : value;
