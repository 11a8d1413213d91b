import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { getAccount } from '@/lib/accounts/queries';
import { createCollection } from '@/lib/collections/commands';
import { getCollection } from '@/lib/collections/queries';
import { getDeviceRequest } from '@/lib/devices/queries';
import { getProfile, listModules, suggestModules } from '@/lib/discovery/queries';
import { issueDownload } from '@/lib/downloads/commands';
import { getModule } from '@/lib/modules/queries';
import { hasStarred } from '@/lib/stars/queries';
import { authenticateToken } from '@/lib/tokens/commands';
import { getFile, getUpload, getVersion } from '@/lib/versions/queries';
import type { Actor } from '@/types/actor';
import { person, publish } from '../support/builders';
import { onOwnDatabase } from '../support/database';
import { OPERATORS, outcomeOf, payloads } from '../support/nosql';

onOwnDatabase();

let ada: Actor;
const ref = () => ({ namespace: ada.username, name: 'target' });

beforeAll(async () => {
  ada = await person();
  await publish(ada, 'target', { visibility: 'private' });
  await createCollection({ title: 'Kept', description: '', visibility: 'private' }, ada);
});

/** Every read that takes words from outside, with one of them replaced. */
const READS: Record<string, (payload: string, actor: Actor | null) => Promise<unknown>> = {
  'module namespace': (payload, actor) => getModule(payload, 'target', actor),
  'module name': (payload, actor) => getModule(ada.username, payload, actor),
  'version number': (payload, actor) => getVersion(ada.username, 'target', payload, actor),
  'file path': (payload, actor) => getFile(ada.username, 'target', '1.0.0', payload, actor),
  'file version': (payload, actor) => getFile(ada.username, 'target', payload, 'main.conf', actor),
  upload: (payload, actor) => getUpload(payload, actor ?? ada),
  account: (payload) => getAccount(payload),
  profile: (payload) => getProfile(payload),
  'collection owner': (payload, actor) => getCollection(payload, 'kept', actor),
  'collection slug': (payload, actor) => getCollection(ada.username, payload, actor),
  suggest: (payload) => suggestModules(payload),
  starred: (payload, actor) => hasStarred(payload, payload, actor),
  download: (payload, actor) => issueDownload({ ...ref(), version: payload }, actor),
  'device code': (payload, actor) => getDeviceRequest(payload, actor ?? ada, randomUUID()),
  ...Object.fromEntries(
    ['q', 'kind', 'app', 'os', 'shell', 'tag', 'license', 'author', 'appearance', 'sort', 'cursor', 'limit'].map(
      (field) => [`list ${field}`, (payload: string) => listModules({ [field]: payload })],
    ),
  ),
};

describe('a read', () => {
  it.each(Object.keys(READS))('by %s finds nothing by an operator, and breaks nothing', async (name) => {
    const read = READS[name];
    if (!read) throw new Error(name);
    const eve = await person();
    const outcomes = await Promise.all(
      payloads().flatMap((payload) =>
        [null, eve, ada].map(async (actor) => [payload, await outcomeOf(() => read(payload, actor))]),
      ),
    );
    expect(outcomes.filter(([, outcome]) => outcome !== 'harmless')).toEqual([]);
  });

  it.each(Object.keys(READS))('by %s gives nothing away when it is handed an object', async (name) => {
    const read = READS[name];
    if (!read) throw new Error(name);
    for (const payload of OPERATORS) {
      const outcome = await outcomeOf(() => read(payload as string, null));
      expect([payload, outcome]).not.toEqual([payload, expect.stringMatching(/^found /)]);
    }
  });
});

it('knows no token that is a query', async () => {
  for (const payload of [...payloads(), ...OPERATORS])
    expect([payload, await outcomeOf(() => authenticateToken(payload as string))]).toEqual([
      payload,
      expect.not.stringMatching(/^found/),
    ]);
});
