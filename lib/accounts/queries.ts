import 'server-only';
import { cache } from 'react';
import { z } from 'zod';
import { DomainError } from '@/lib/errors';
import { getSession } from '@/lib/infra/auth';
import { cached } from '@/lib/infra/cache';
import { cacheKeys } from '@/lib/infra/cache-keys';
import { withDatabase } from '@/lib/infra/mongo';
import { type AccountDocument, AccountModel } from '@/models/account';
import { type Actor, TOKEN_SCOPES } from '@/types/actor';
import type { AccountDto } from '@/types/module';
import { adoptAccount } from './commands';

/** The actor of an account: a person at the keyboard has every scope. */
export const actorOf = (account: AccountDocument, scopes: Actor['scopes'] = TOKEN_SCOPES): Actor => ({
  userId: account.userId,
  username: account.username,
  roles: account.roles,
  scopes,
});

/** Who is at the keyboard, or null. One look-up a request; nobody costs nothing. */
export const getActor = cache(async (): Promise<Actor | null> => {
  const session = await getSession();
  if (!session) return null;
  const known = await withDatabase(() => AccountModel.findOne({ userId: session.userId }).lean<AccountDocument>());
  const account = known ?? (await adoptAccount(session.userId));
  return account ? actorOf(account) : null;
});

/** As `getActor`, but throws `unauthenticated`. */
export async function requireActor(): Promise<Actor> {
  const actor = await getActor();
  if (!actor) throw new DomainError('unauthenticated');
  return actor;
}

const toAccountDto = (account: AccountDocument): AccountDto => ({
  username: account.username,
  displayName: account.displayName,
  bio: account.bio,
  joinedAt: account.createdAt.toISOString(),
});

const accountSchema = z
  .object({ username: z.string(), displayName: z.string(), bio: z.string(), joinedAt: z.string() })
  .nullable();

/** What everybody may know of an account, or null. */
export async function getAccount(username: string): Promise<AccountDto | null> {
  return cached({ key: cacheKeys.profile(username), ttlSeconds: 60, schema: accountSchema }, async () => {
    const account = await withDatabase(() => AccountModel.findOne({ username }).lean<AccountDocument>());
    return account ? toAccountDto(account) : null;
  });
}

/** The demo people whom the embedded sign-in page offers. */
export async function listPeople(): Promise<AccountDto[]> {
  const people = await withDatabase(() =>
    AccountModel.find({ demo: true }).sort({ username: 1 }).limit(12).lean<AccountDocument[]>(),
  );
  return people.map(toAccountDto);
}
