import 'server-only';
import { withDatabase } from '@/lib/infra/mongo';
import { type ApiTokenDocument, ApiTokenModel } from '@/models/api-token';
import type { Actor } from '@/types/actor';
import type { TokenDto } from '@/types/module';

/** The actor's tokens, newest first, without their secrets. */
export async function listTokens(actor: Actor): Promise<TokenDto[]> {
  const rows = await withDatabase(() =>
    ApiTokenModel.find({ userId: actor.userId })
      .sort({ createdAt: -1, _id: -1 })
      .limit(100)
      .lean<(ApiTokenDocument & { _id: unknown })[]>(),
  );
  return rows.map((row) => ({
    id: String(row._id),
    name: row.name,
    prefix: row.prefix,
    scopes: row.scopes,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  }));
}
