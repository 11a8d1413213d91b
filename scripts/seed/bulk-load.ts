import mongoose from 'mongoose';
import { env } from '@/lib/env';
import { ModuleModel } from '@/models/module-kinds';

type Row = { _id: mongoose.Types.ObjectId };
type Collection = { insertMany(rows: Row[], options: { ordered: false }): Promise<unknown> };
type ListIndex = Record<string, 1 | -1>;

/** Building an index keeps one core busy; more at once than this only share the cores. */
const BUILDERS = 2;

/** A connection that waits as long as it takes: an index of a large catalogue outlasts the patience of a page. */
async function withPatience<T>(work: (db: mongoose.mongo.Db) => Promise<T>): Promise<T> {
  const client = new mongoose.mongo.MongoClient(env().MONGODB_URI, { socketTimeoutMS: 0, maxPoolSize: BUILDERS + 1 });
  try {
    await client.connect();
    return await work(client.db());
  } finally {
    await client.close();
  }
}

const listIndexes = (): ListIndex[] =>
  ModuleModel.schema
    .indexes()
    .map(([key]) => key as ListIndex)
    .filter((key) => 'terms' in key);

async function dropListIndexes(): Promise<void> {
  for (const { name, key } of await ModuleModel.collection.indexes())
    if (name && 'terms' in key) await ModuleModel.collection.dropIndex(name);
}

async function buildListIndexes(db: mongoose.mongo.Db): Promise<void> {
  const wanted = listIndexes();
  const build = async () => {
    for (let key = wanted.shift(); key; key = wanted.shift())
      await db.collection(ModuleModel.collection.name).createIndex(key);
  };
  await Promise.all(Array.from({ length: BUILDERS }, build));
}

/**
 * Runs a load of `count` modules. Unless the catalogue is larger than what comes, its list indexes are built once at the end:
 * every module has two hundred entries in them, and a sorted entry costs half of an inserted one.
 */
export async function withListIndexesLater(count: number, load: () => Promise<void>): Promise<void> {
  if ((await ModuleModel.collection.estimatedDocumentCount()) > count) return load();
  await withPatience(async (db) => {
    await dropListIndexes();
    try {
      await load();
    } finally {
      await buildListIndexes(db);
    }
  });
}

/** Rows of an earlier run with the same seed are there already; everything else must go in. */
export async function insertRows(collection: Collection, rows: Row[]): Promise<void> {
  try {
    await collection.insertMany(rows, { ordered: false });
  } catch (error) {
    if ((error as { code?: number }).code !== 11_000) throw error;
  }
}
