import { AccountModel } from '@/models/account';
import { ModuleModel } from '@/models/module-kinds';
import { ModuleVersionModel } from '@/models/module-version';
import { randomOf } from '../../scripts/seed/random';
import { accountOf, syntheticModule } from '../../scripts/seed/synthetic';

/** Fills the database with synthetic modules, as `npm run seed` does, but without archives behind them. */
export async function seedCatalogue(modules: number, now = new Date('2026-11-01T00:00:00Z')): Promise<void> {
  const random = randomOf(1);
  const artifact = { sha256: 'a'.repeat(64), sizeBytes: 1 };
  const rows = Array.from({ length: modules }, (_, index) => syntheticModule(index, random, artifact, now));
  await ModuleModel.collection.insertMany(rows.map(({ module }) => module));
  await ModuleVersionModel.collection.insertMany(rows.map(({ version }) => version));
  const usernames = new Set(rows.map((_, index) => accountOf(index)));
  await AccountModel.insertMany(
    [...usernames].map((username) => ({ userId: `user_${username}`, username, usernameKey: username })),
  );
}
