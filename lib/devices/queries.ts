import 'server-only';
import { DomainError } from '@/lib/errors';
import { withDatabase } from '@/lib/infra/mongo';
import { countRequest } from '@/lib/infra/rate-limit';
import { type DeviceGrantDocument, DeviceGrantModel } from '@/models/device-grant';
import type { Actor } from '@/types/actor';
import type { DeviceRequestDto } from '@/types/device';
import { hashCode } from './codes';
import { readUserCode, showUserCode } from './rules';

function stateOf(grant: DeviceGrantDocument, actor: Actor): DeviceRequestDto['state'] {
  if (grant.status !== 'pending') {
    if (grant.userId !== actor.userId) return 'used';
    return grant.status === 'denied' ? 'denied-mine' : 'approved-mine';
  }
  return grant.expiresAt.getTime() <= Date.now() ? 'expired' : 'pending';
}

/**
 * What a program asks for, by the code that a person typed; null when there is no such code. Each look-up counts as an
 * attempt to sign in, from `address`: codes cannot be tried out. Throws `rate_limited`.
 */
export async function getDeviceRequest(typed: string, actor: Actor, address: string): Promise<DeviceRequestDto | null> {
  const limit = await countRequest('signIn', address);
  if (!limit.allowed)
    throw new DomainError('rate_limited', { seconds: limit.resetSeconds }, { retryAfterSeconds: limit.resetSeconds });
  const code = readUserCode(typed);
  if (code === null) return null;
  const grant = await withDatabase(() =>
    DeviceGrantModel.findOne({ userHash: hashCode(code) }).lean<DeviceGrantDocument>(),
  );
  if (!grant) return null;
  return {
    userCode: showUserCode(code),
    clientName: grant.clientName,
    scopes: grant.scopes,
    address: grant.address,
    createdAt: grant.createdAt.toISOString(),
    expiresAt: grant.expiresAt.toISOString(),
    state: stateOf(grant, actor),
  };
}
