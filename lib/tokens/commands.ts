import 'server-only';
import { actorOf } from '@/lib/accounts/queries';
import { recordAudit } from '@/lib/audit/commands';
import { DomainError } from '@/lib/errors';
import { withDatabase } from '@/lib/infra/mongo';
import { type AccountDocument, AccountModel } from '@/models/account';
import { type ApiTokenDocument, ApiTokenModel } from '@/models/api-token';
import type { Actor } from '@/types/actor';
import type { CreateTokenInput, RevokeTokenInput } from './schema';
import { hashSecret, isSecret, newSecret } from './secret';

const DAY_MS = 86_400_000;
/** `lastUsedAt` is for people: once a minute is exact enough. */
const USE_RESOLUTION_MS = 60_000;

/** A new API token. The secret is in the answer and nowhere else. */
export async function createToken(input: CreateTokenInput, actor: Actor): Promise<{ id: string; token: string }> {
  const token = newSecret();
  const row = await withDatabase(async () => {
    const made = await ApiTokenModel.create({
      userId: actor.userId,
      name: input.name,
      hash: hashSecret(token),
      prefix: token.slice(0, 7),
      scopes: input.scopes,
      expiresAt: new Date(Date.now() + input.days * DAY_MS),
    });
    await recordAudit(actor, 'token.created', String(made._id), { name: input.name, scopes: input.scopes });
    return made;
  });
  return { id: String(row._id), token };
}

/** Ends a token of the actor at once. Throws `not_found`. */
export async function revokeToken({ id }: RevokeTokenInput, actor: Actor): Promise<{ id: string }> {
  const removed = await withDatabase(() => ApiTokenModel.deleteOne({ _id: id, userId: actor.userId }));
  if (removed.deletedCount === 0) throw new DomainError('not_found');
  await withDatabase(() => recordAudit(actor, 'token.revoked', id));
  return { id };
}

/** Whose token this is. Throws `invalid_token` for anything unknown, revoked, expired or mistyped. */
export async function authenticateToken(secret: string): Promise<Actor> {
  if (!isSecret(secret)) throw new DomainError('invalid_token');
  return withDatabase(async () => {
    const row = await ApiTokenModel.findOne({ hash: hashSecret(secret) }).lean<ApiTokenDocument & { _id: unknown }>();
    if (!row || (row.expiresAt && row.expiresAt.getTime() <= Date.now())) throw new DomainError('invalid_token');
    const account = await AccountModel.findOne({ userId: row.userId }).lean<AccountDocument>();
    if (!account) throw new DomainError('invalid_token');
    if (!row.lastUsedAt || row.lastUsedAt.getTime() < Date.now() - USE_RESOLUTION_MS) {
      await ApiTokenModel.updateOne({ hash: row.hash }, { $set: { lastUsedAt: new Date() } });
    }
    return actorOf(account, row.scopes);
  });
}
