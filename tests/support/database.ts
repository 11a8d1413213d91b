import { afterAll, beforeAll } from 'vitest';
import { backgroundSettled } from '@/lib/infra/background';
import { connectDatabase, disconnectDatabase } from '@/lib/infra/mongo';
import { createIndexes } from '@/lib/operations/indexes';

/** Gives the test file its own database with every index, and takes it away after the last test. */
export function onOwnDatabase(): void {
  beforeAll(createIndexes);
  afterAll(async () => {
    await backgroundSettled();
    const { connection } = await connectDatabase();
    // Whatever the environment says: only a database that a test file made for itself is ever dropped.
    if (/^t-[0-9a-f]{16}$/.test(connection.name)) await connection.dropDatabase();
    await disconnectDatabase();
  });
}
