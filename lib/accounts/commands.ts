import 'server-only';
import { randomUUID } from 'node:crypto';
import { DomainError } from '@/lib/errors';
import { lookUpPerson } from '@/lib/infra/identity-directory';
import { invalidate } from '@/lib/infra/invalidate';
import { isDuplicateKey, withDatabase } from '@/lib/infra/mongo';
import { lookalikeKey } from '@/lib/utils/lookalike-key';
import { type AccountDocument, AccountModel } from '@/models/account';
import type { Actor } from '@/types/actor';
import { assertUsernameAllowed } from './rules';
import { type ProfileInput, usernameSchema } from './schema';

type NewAccount = { username: string; displayName?: string; userId?: string; bio?: string; demo?: boolean };

/**
 * The account of that name, created if there is none. Throws `invalid_input`, `name_reserved`, `name_lookalike`,
 * or `username_taken` when the name belongs to another identity.
 */
export async function ensureAccount(wanted: NewAccount): Promise<AccountDocument> {
  const parsed = usernameSchema.safeParse(wanted.username);
  if (!parsed.success) {
    throw new DomainError(
      'invalid_input',
      {},
      { fields: [{ path: 'username', message: parsed.error.issues[0]?.message ?? '' }] },
    );
  }
  const username = parsed.data;
  return withDatabase(async () => {
    const known = await AccountModel.findOne({ username }).lean<AccountDocument>();
    if (known) return ownedBy(known, wanted.userId);
    assertUsernameAllowed(username);
    try {
      const made = await AccountModel.create({
        userId: wanted.userId ?? `user_local_${randomUUID().replaceAll('-', '')}`,
        username,
        usernameKey: lookalikeKey(username),
        displayName: wanted.displayName ?? username,
        bio: wanted.bio ?? '',
        demo: wanted.demo ?? false,
      });
      return made.toObject<AccountDocument>();
    } catch (error) {
      if (isDuplicateKey(error)) return afterCollision(username, wanted.userId);
      throw error;
    }
  });
}

function ownedBy(account: AccountDocument, userId: string | undefined): AccountDocument {
  if (userId !== undefined && account.userId !== userId)
    throw new DomainError('username_taken', { username: account.username });
  return account;
}

async function afterCollision(username: string, userId: string | undefined): Promise<AccountDocument> {
  const same = await AccountModel.findOne({ username }).lean<AccountDocument>();
  if (same) return ownedBy(same, userId);
  const other = await AccountModel.findOne({ usernameKey: lookalikeKey(username) }).lean<AccountDocument>();
  throw new DomainError(
    'name_lookalike',
    { name: username, other: other?.username ?? '' },
    { fields: [{ path: 'username', message: 'Too close to an existing name.' }] },
  );
}

/** First visit of a person whom the hosted provider knows: the account takes their username there, if it can be had. */
export async function adoptAccount(userId: string): Promise<AccountDocument | null> {
  const person = await lookUpPerson(userId);
  if (!person) return null;
  const { displayName } = person;
  const fallback = `user-${userId
    .slice(-8)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')}`;
  try {
    return await ensureAccount({ userId, username: person.username ?? fallback, displayName });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return ensureAccount({ userId, username: fallback, displayName });
  }
}

/** Changes what a profile says. */
export async function updateProfile(input: ProfileInput, actor: Actor): Promise<{ username: string }> {
  await withDatabase(() => AccountModel.updateOne({ userId: actor.userId }, { $set: input }));
  await invalidate({ type: 'profileChanged', username: actor.username });
  return { username: actor.username };
}
