import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { ensureAccount, updateProfile } from '@/lib/accounts/commands';
import { getAccount } from '@/lib/accounts/queries';
import { profileSchema } from '@/lib/accounts/schema';
import * as collections from '@/lib/collections/commands';
import { getCollection } from '@/lib/collections/queries';
import * as collectionSchemas from '@/lib/collections/schema';
import { getProfile, listModules, suggestModules } from '@/lib/discovery/queries';
import { listModulesSchema, suggestSchema } from '@/lib/discovery/schema';
import { issueDownload } from '@/lib/downloads/commands';
import { updateListing } from '@/lib/modules/commands';
import { getModule } from '@/lib/modules/queries';
import { listingFormSchema, updateListingSchema } from '@/lib/modules/schema';
import { parseInput } from '@/lib/parse-input';
import { setStar } from '@/lib/stars/commands';
import { hasStarred } from '@/lib/stars/queries';
import { starSchema } from '@/lib/stars/schema';
import * as tokens from '@/lib/tokens/commands';
import { createTokenSchema, revokeTokenSchema } from '@/lib/tokens/schema';
import * as versions from '@/lib/versions/commands';
import { getFile, getUpload, getVersion } from '@/lib/versions/queries';
import { startUploadSchema, uploadIdSchema, versionRefSchema, yankSchema } from '@/lib/versions/schema';
import { CollectionModel } from '@/models/collection';
import { ModuleModel } from '@/models/module-kinds';
import { ModuleVersionModel } from '@/models/module-version';
import { StarModel } from '@/models/star';
import type { Actor } from '@/types/actor';
import { corporaFolder } from '../support/archives/corpora';
import { person, publish } from '../support/builders';
import { onOwnDatabase } from '../support/database';

onOwnDatabase();

const folder = corporaFolder();

/** Lines of the corpus, as they are and as a query string would decode them, beside the classics of the documentation. */
function payloads(): string[] {
  const own = [
    '$where',
    '__proto__',
    'constructor',
    '.*',
    '^',
    '*',
    '=x',
    '~x',
    'author:x',
    '\u0000',
    '$',
    '.',
    '{"$gt":""}',
  ];
  if (!folder) return own;
  const files = readdirSync(join(folder, 'text/nosql'));
  const lines = files.flatMap((file) => readFileSync(join(folder, 'text/nosql', file), 'utf8').split('\n'));
  return [
    ...new Set([
      ...own,
      ...lines,
      ...lines.map((line) =>
        line.replace(/%([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
      ),
    ]),
  ].filter(Boolean);
}

const OPERATORS: unknown[] = [
  { $gt: '' },
  { $ne: null },
  { $regex: '.*' },
  { $in: [''] },
  { $where: 'sleep(100)' },
  { $exists: true },
  { $expr: { $function: { body: 'x', args: [], lang: 'js' } } },
  [{ $gt: '' }],
  ['a', 'b'],
  [[]],
  null,
  true,
  { toString: 'x' },
  { _bsontype: 'ObjectId' },
];

let ada: Actor;
const ref = () => ({ namespace: ada.username, name: 'target' });

beforeAll(async () => {
  ada = await person();
  await publish(ada, 'target', { visibility: 'private' });
  await collections.createCollection({ title: 'Kept', description: '', visibility: 'private' }, ada);
});

/** `harmless` when work answers nothing of anybody's or refuses; otherwise the error that no caller expects. */
async function outcomeOf(work: () => Promise<unknown>): Promise<string> {
  try {
    const found = await work();
    const empty = found === null || found === false || (Array.isArray(found) && found.length === 0);
    const page = typeof found === 'object' && found !== null && 'items' in found ? found.items : undefined;
    return empty || (Array.isArray(page) && page.length === 0) ? 'harmless' : `found ${JSON.stringify(found)}`;
  } catch (error) {
    const { name } = error as Error;
    return name === 'DomainError' || name === 'ZodError' ? 'harmless' : `${name}: ${(error as Error).message}`;
  }
}

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

type Write = {
  schema: z.ZodType;
  valid: Record<string, unknown>;
  run: (input: never, actor: Actor) => Promise<unknown>;
};

/** Every door that writes: its schema, an input that passes, and the command behind it. */
const WRITES = (): Record<string, Write> => {
  const sha256 = 'a'.repeat(64);
  const upload = { name: `@${ada.username}/fresh`, version: '1.0.0', size: 10, sha256, visibility: 'private' };
  const listing = { title: 'T', summary: 'S', keywords: ['k'], visibility: 'private' };
  const collection = { title: 'T', description: 'D', visibility: 'private', slug: 'kept' };
  return {
    startUpload: { schema: startUploadSchema, valid: upload, run: versions.startUpload },
    completeUpload: {
      schema: uploadIdSchema,
      valid: { uploadId: `upl_${'a'.repeat(22)}` },
      run: versions.completeUpload,
    },
    yankVersion: { schema: yankSchema, valid: { ...ref(), version: '1.0.0', reason: 'R' }, run: versions.yankVersion },
    restoreVersion: { schema: versionRefSchema, valid: { ...ref(), version: '1.0.0' }, run: versions.restoreVersion },
    issueDownload: { schema: versionRefSchema, valid: { ...ref(), version: '1.0.0' }, run: issueDownload },
    updateListing: {
      schema: updateListingSchema,
      valid: { ...ref(), ...listing, deprecated: null },
      run: updateListing,
    },
    listingForm: { schema: listingFormSchema, valid: { ...ref(), ...listing, keywords: 'a b' }, run: updateListing },
    setStar: { schema: starSchema, valid: { ...ref(), starred: true }, run: setStar },
    createCollection: {
      schema: collectionSchemas.createCollectionSchema,
      valid: collection,
      run: collections.createCollection,
    },
    updateCollection: {
      schema: collectionSchemas.updateCollectionSchema,
      valid: collection,
      run: collections.updateCollection,
    },
    addToCollection: {
      schema: collectionSchemas.addItemSchema,
      valid: { slug: 'kept', ...ref(), note: 'N' },
      run: collections.addToCollection,
    },
    removeFromCollection: {
      schema: collectionSchemas.removeItemSchema,
      valid: { slug: 'kept', ...ref() },
      run: collections.removeFromCollection,
    },
    deleteCollection: {
      schema: collectionSchemas.collectionSlugSchema,
      valid: { slug: 'other' },
      run: collections.deleteCollection,
    },
    createToken: {
      schema: createTokenSchema,
      valid: { name: 'N', scopes: ['read'], days: 1 },
      run: tokens.createToken,
    },
    revokeToken: { schema: revokeTokenSchema, valid: { id: 'a'.repeat(24) }, run: tokens.revokeToken },
    updateProfile: { schema: profileSchema, valid: { displayName: 'D', bio: 'B' }, run: updateProfile },
    listModules: { schema: listModulesSchema, valid: { q: 'x' }, run: listModules },
    suggest: { schema: suggestSchema, valid: { q: 'x' }, run: async () => null },
  };
};

describe('a write', () => {
  it('refuses every operator in every field, and every field that is not its own', () => {
    const accepted = Object.entries(WRITES()).flatMap(([name, { schema, valid }]) => {
      expect([name, schema.safeParse(valid).success]).toEqual([name, true]);
      const inputs = [
        ...Object.keys(valid).flatMap((field) => OPERATORS.map((payload) => ({ ...valid, [field]: payload }))),
        ...['$where', '$set', '__proto__x', 'userId', 'status'].map((key) => ({ ...valid, [key]: 'x' })),
      ];
      return inputs
        .filter((input) => schema.safeParse(input).success)
        .map((input): [string, Record<string, unknown>] => [name, input]);
    });
    // Beyond texts some doors take what cannot become a query: no deprecation, a list of keywords, a yes that counts as 1.
    const meant: Record<string, (input: Record<string, unknown>) => boolean> = {
      updateListing: ({ deprecated }) => deprecated === null,
      listingForm: ({ keywords }) => Array.isArray(keywords) && keywords.every((word) => typeof word === 'string'),
      createToken: ({ days }) => days === true,
      setStar: ({ namespace, name, starred }) => starred === true && `${namespace}${name}` === `${ada.username}target`,
    };
    expect(accepted.filter(([name, input]) => !meant[name]?.(input))).toEqual([]);
  });

  it('takes every text of the corpus as text', async () => {
    const eve = await person();
    const before = await stateOf();
    const faults: unknown[] = [];
    for (const [name, { schema, valid, run }] of Object.entries(WRITES())) {
      for (const payload of payloads()) {
        for (const field of Object.keys(valid)) {
          const outcome = await outcomeOf(async () =>
            run(parseInput(schema, { ...valid, [field]: payload }) as never, eve),
          );
          if (/Mongo|Cast|Validation|Strict|BSON|TypeError/.test(outcome)) faults.push([name, field, payload, outcome]);
        }
      }
    }
    expect(faults).toEqual([]);
    expect(await stateOf()).toEqual(before);
  });

  it('makes nobody of a name that is a query', async () => {
    const outcomes = await Promise.all(payloads().map((username) => outcomeOf(() => ensureAccount({ username }))));
    expect(new Set(outcomes)).toEqual(new Set(['harmless']));
  });

  it('knows no token that is a query', async () => {
    for (const payload of [...payloads(), ...OPERATORS])
      expect([payload, await outcomeOf(() => tokens.authenticateToken(payload as string))]).toEqual([
        payload,
        expect.not.stringMatching(/^found/),
      ]);
  });
});

/** What eve must not be able to change: everything that is ada's. */
async function stateOf() {
  const mine = { namespace: ada.username };
  return Promise.all([
    ModuleModel.find(mine).lean(),
    ModuleVersionModel.find(mine).lean(),
    CollectionModel.find({ owner: ada.username }).lean(),
    StarModel.countDocuments(mine),
  ]);
}
