import { beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { ensureAccount, updateProfile } from '@/lib/accounts/commands';
import { profileSchema } from '@/lib/accounts/schema';
import * as collections from '@/lib/collections/commands';
import * as collectionSchemas from '@/lib/collections/schema';
import * as devices from '@/lib/devices/commands';
import * as deviceSchemas from '@/lib/devices/schema';
import { listModules } from '@/lib/discovery/queries';
import { listModulesSchema, suggestSchema } from '@/lib/discovery/schema';
import { issueDownload } from '@/lib/downloads/commands';
import { downloadSchema } from '@/lib/downloads/schema';
import { answerOnce } from '@/lib/idempotency/commands';
import { readIdempotencyKey } from '@/lib/idempotency/rules';
import { updateListing } from '@/lib/modules/commands';
import { listingFormSchema, updateListingSchema } from '@/lib/modules/schema';
import { parseInput } from '@/lib/parse-input';
import { setStar } from '@/lib/stars/commands';
import { starSchema } from '@/lib/stars/schema';
import * as tokens from '@/lib/tokens/commands';
import { createTokenSchema, revokeTokenSchema } from '@/lib/tokens/schema';
import * as versions from '@/lib/versions/commands';
import { startUploadSchema, uploadIdSchema, versionRefSchema, yankSchema } from '@/lib/versions/schema';
import { CollectionModel } from '@/models/collection';
import { ModuleModel } from '@/models/module-kinds';
import { ModuleVersionModel } from '@/models/module-version';
import { StarModel } from '@/models/star';
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
  await collections.createCollection({ title: 'Kept', description: '', visibility: 'private' }, ada);
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
    issueDownload: {
      schema: downloadSchema,
      valid: { ...ref(), version: '1.0.0', yanked: 'allow' },
      run: issueDownload,
    },
    startDevice: {
      schema: deviceSchemas.deviceCodeSchema,
      valid: { client_id: 'I', client_name: 'N', scopes: ['read'] },
      run: async (input) => devices.startDevice(input, 'x'),
    },
    redeemDevice: {
      schema: deviceSchemas.deviceTokenSchema,
      valid: { grant_type: 'urn:ietf:params:oauth:grant-type:device_code', device_code: 'D', client_id: 'I' },
      run: async (input) => devices.redeemDevice(input, 'x'),
    },
    decideDevice: {
      schema: deviceSchemas.decideDeviceSchema,
      valid: { user_code: 'BCDF-GHJK', decision: 'approve' },
      run: devices.decideDevice,
    },
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

  it('takes no query for a key of a request, or for a caller’s', async () => {
    const eve = await person();
    for (const payload of payloads()) {
      const outcome = await outcomeOf(async () => {
        const key = readIdempotencyKey(payload) ?? '';
        await answerOnce({ caller: ada.userId, key, fingerprint: 'x' }, async () => answerOf(200));
        const hers = await answerOnce({ caller: eve.userId, key, fingerprint: 'y' }, async () => answerOf(201));
        return hers.isReplay || null;
      });
      expect([payload, outcome]).toEqual([payload, 'harmless']);
    }
  });

  it('makes nobody of a name that is a query', async () => {
    const outcomes = await Promise.all(payloads().map((username) => outcomeOf(() => ensureAccount({ username }))));
    expect(new Set(outcomes)).toEqual(new Set(['harmless']));
  });
});

const answerOf = (status: number) => ({ status, contentType: null, body: '' });

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
