import 'server-only';
import mongoose from 'mongoose';
import { env, isEmbedded } from '@/lib/env';
import { DomainError } from '@/lib/errors';

// An unknown key in a filter must be an error: with `strictQuery: true` it silently becomes `{}`, that is, everything.
mongoose.set('strictQuery', 'throw');
mongoose.set('sanitizeFilter', true);
mongoose.set('autoIndex', false);
mongoose.set('bufferCommands', false);

const OUTAGES = new Set([
  'MongoServerSelectionError',
  'MongooseServerSelectionError',
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoPoolClearedError',
  'MongoWaitQueueTimeoutError',
  'MongoTopologyClosedError',
  'MongoNotConnectedError',
]);

/** Hot reload gives a fresh module but the same process: the connection lives on the global. */
const holder = globalThis as { dotkitMongo?: Promise<typeof mongoose> | undefined };

/** Connects once a process; every query and command awaits it first. Throws `database_down`. */
export async function connectDatabase(): Promise<typeof mongoose> {
  holder.dotkitMongo ??= mongoose
    .connect(env().MONGODB_URI, {
      serverSelectionTimeoutMS: 2000,
      connectTimeoutMS: 2000,
      socketTimeoutMS: 30_000,
      waitQueueTimeoutMS: 5000,
      maxPoolSize: 20,
      retryWrites: false,
      // The embedded server's address asks for its journal instead: a majority of one would not wait for that.
      ...(isEmbedded('mongodb') ? {} : { writeConcern: { w: 'majority' } }),
    })
    .catch((cause: unknown) => {
      holder.dotkitMongo = undefined;
      throw new DomainError('database_down', {}, { cause });
    });
  return holder.dotkitMongo;
}

/** Runs a read or write against the database; an outage becomes the refusal `database_down` instead of a bug. */
export async function withDatabase<T>(work: () => Promise<T>): Promise<T> {
  await connectDatabase();
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && OUTAGES.has(error.name)) throw new DomainError('database_down', {}, { cause: error });
    throw error;
  }
}

export const isDuplicateKey = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && (error as { code?: unknown }).code === 11_000;

/** Round trip to the database in milliseconds. Throws when it does not answer. */
export async function pingDatabase(): Promise<number> {
  const started = performance.now();
  const { connection } = await connectDatabase();
  await connection.db?.admin().ping();
  return performance.now() - started;
}

export const disconnectDatabase = async () => {
  await mongoose.disconnect();
  holder.dotkitMongo = undefined;
};
