import { createHash } from 'node:crypto';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { bumpCatalogueGeneration } from '@/lib/infra/cache-drops';
import { disconnectDatabase, withDatabase } from '@/lib/infra/mongo';
import { objectKeys } from '@/lib/infra/object-keys';
import { writeObject } from '@/lib/infra/s3';
import { createIndexes } from '@/lib/operations/indexes';
import { AccountModel } from '@/models/account';
import { ModuleModel } from '@/models/module-kinds';
import { ModuleVersionModel } from '@/models/module-version';
import { insertRows } from './seed/bulk-load';
import { randomOf } from './seed/random';
import { accountOf, MODULES_PER_ACCOUNT, syntheticModule } from './seed/synthetic';

const BATCH = 1000;

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
  let writing: Promise<unknown> = Promise.resolve();
  for (let from = 0; from < modules; from += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, modules - from) }, (_, index) =>
      syntheticModule(from + index, random, artifact, now),
    );
    // The next batch is made up while the database takes in this one.
    await writing;
    writing = Promise.all([
      insertRows(
        ModuleModel.collection,
        batch.map(({ module }) => module),
      ),
      insertRows(
        ModuleVersionModel.collection,
        batch.map(({ version }) => version),
      ),
    ]);
  }
  await writing;
  return modules / ((performance.now() - started) / 1000);
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
