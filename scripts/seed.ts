import { createHash } from 'node:crypto';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import type mongoose from 'mongoose';
import { bumpCatalogueGeneration } from '@/lib/infra/cache';
import { disconnectDatabase, withDatabase } from '@/lib/infra/mongo';
import { objectKeys } from '@/lib/infra/object-keys';
import { writeObject } from '@/lib/infra/s3';
import { createIndexes } from '@/lib/operations/indexes';
import { AccountModel } from '@/models/account';
import { ModuleModel } from '@/models/module-kinds';
import { ModuleVersionModel } from '@/models/module-version';
import { randomOf } from './seed/random';
import { accountOf, MODULES_PER_ACCOUNT, syntheticModule } from './seed/synthetic';

const BATCH = 2000;
/** From so many modules on, building the list indexes once is dearer to skip than to pay entry by entry. */
const REBUILD_FROM = 20_000;

const { values } = parseArgs({ options: { modules: { type: 'string' }, seed: { type: 'string', default: '1' } } });

/** Whole tarballs of synthetic modules would only cost disk: they all serve one small archive. */
async function sharedArtifact() {
  const bytes = gzipSync(Buffer.alloc(10_240));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await writeObject(objectKeys.artifact(sha256), bytes, 'application/gzip');
  return { sha256, sizeBytes: bytes.byteLength };
}

async function seedAccounts(modules: number): Promise<void> {
  const operations = Array.from({ length: Math.ceil(modules / MODULES_PER_ACCOUNT) }, (_, index) => {
    const username = accountOf(index * MODULES_PER_ACCOUNT);
    const account = {
      userId: `user_${username}`,
      username,
      usernameKey: username,
      kind: 'user' as const,
      displayName: username,
      bio: '',
      roles: [],
      demo: false,
      createdAt: new Date(),
    };
    return { updateOne: { filter: { username }, update: { $setOnInsert: account }, upsert: true } };
  });
  await AccountModel.collection.bulkWrite(operations, { ordered: false });
}

async function seed(modules: number, seedNumber: number): Promise<number> {
  await createIndexes();
  const [random, artifact] = [randomOf(seedNumber), await sharedArtifact()];
  // A fixed day keeps the catalogue of a seed the same for ever.
  const now = new Date('2026-11-01T00:00:00Z');
  await seedAccounts(modules);
  const started = performance.now();
  if (modules >= REBUILD_FROM) await dropListIndexes();
  for (let from = 0; from < modules; from += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, modules - from) }, (_, index) =>
      syntheticModule(from + index, random, artifact, now),
    );
    await Promise.all([
      insert(
        ModuleModel.collection,
        batch.map(({ module }) => module),
      ),
      insert(
        ModuleVersionModel.collection,
        batch.map(({ version }) => version),
      ),
    ]);
  }
  await createIndexes();
  return modules / ((performance.now() - started) / 1000);
}

type Row = { _id: mongoose.Types.ObjectId };
type Collection = { insertMany(rows: Row[], options: { ordered: false }): Promise<unknown> };

/** Rows of an earlier run with the same seed are there already; everything else must go in. */
async function insert(collection: Collection, rows: Row[]): Promise<void> {
  try {
    await collection.insertMany(rows, { ordered: false });
  } catch (error) {
    if ((error as { code?: number }).code !== 11_000) throw error;
  }
}

async function dropListIndexes(): Promise<void> {
  const indexes = await ModuleModel.collection.indexes();
  const lists = indexes.filter(({ key }) => 'terms' in key).map(({ name }) => name);
  for (const name of lists) if (name) await ModuleModel.collection.dropIndex(name);
}

const modules = Number(values.modules);
if (!Number.isInteger(modules) || modules < 1) {
  process.stderr.write('Usage: npm run seed -- --modules N [--seed S]\n');
  process.exitCode = 64;
} else {
  const rate = await withDatabase(() => seed(modules, Number(values.seed)));
  await bumpCatalogueGeneration();
  process.stdout.write(`seeded ${modules} modules at ${Math.round(rate)} modules/s\n`);
  await disconnectDatabase();
}
