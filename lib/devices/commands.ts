import 'server-only';
import mongoose from 'mongoose';
import { actorOf } from '@/lib/accounts/queries';
import { recordAudit } from '@/lib/audit/commands';
import { env } from '@/lib/env';
import { DomainError } from '@/lib/errors';
import { isDuplicateKey, withDatabase } from '@/lib/infra/mongo';
import { countRequest } from '@/lib/infra/rate-limit';
import { createToken } from '@/lib/tokens/commands';
import { type AccountDocument, AccountModel } from '@/models/account';
import { type DeviceGrantDocument, DeviceGrantModel } from '@/models/device-grant';
import type { Actor } from '@/types/actor';
import type { DeviceCodeDto, DeviceTokenDto } from '@/types/device';
import { hashCode, newDeviceCode, newUserCode } from './codes';
import { DEVICE_TOKEN_DAYS, DEVICE_TTL_SECONDS, POLL_SECONDS, readUserCode, showUserCode } from './rules';
import type { DecideDeviceInput, DeviceCodeInput, DeviceTokenInput } from './schema';

const GRANT_TYPE = 'urn:ietf:params:oauth:grant-type:device_code';
/** A network delays one question less than the one before: this much too early is not too early. */
const PACE_TOLERANCE_MS = 1000;
const SLOWER_BY_SECONDS = 5;
const SLOWEST_SECONDS = 60;
const TRIES = 5;

/** Two codes for a program that wants to act for somebody: one to keep, one to show. Good for fifteen minutes. */
export async function startDevice(input: DeviceCodeInput, address: string): Promise<DeviceCodeDto> {
  for (let tries = 1; ; tries += 1) {
    const [deviceCode, userCode] = [newDeviceCode(), newUserCode()];
    const now = Date.now();
    try {
      await withDatabase(() =>
        DeviceGrantModel.create({
          deviceHash: hashCode(deviceCode),
          userHash: hashCode(userCode),
          clientName: input.client_name,
          scopes: [...new Set(input.scopes)],
          address,
          expiresAt: new Date(now + DEVICE_TTL_SECONDS * 1000),
          nextPollAt: new Date(now),
          intervalSeconds: POLL_SECONDS,
        }),
      );
    } catch (error) {
      // Somebody else's code of these days: another one is as good.
      if (isDuplicateKey(error) && tries < TRIES) continue;
      throw error;
    }
    return codesOf(deviceCode, userCode);
  }
}

function codesOf(deviceCode: string, userCode: string): DeviceCodeDto {
  const page = new URL('/device', env().APP_URL);
  const complete = new URL(page);
  complete.searchParams.set('user_code', showUserCode(userCode));
  return {
    device_code: deviceCode,
    user_code: showUserCode(userCode),
    verification_uri: page.href,
    verification_uri_complete: complete.href,
    expires_in: DEVICE_TTL_SECONDS,
    interval: POLL_SECONDS,
  };
}

/**
 * Approves or denies what a program asks for; the first decision stands. Throws `not_found`, `expired_token` and
 * `device_decided`.
 */
export async function decideDevice(
  { user_code, decision }: DecideDeviceInput,
  actor: Actor,
): Promise<{ approved: boolean }> {
  const code = readUserCode(user_code);
  if (code === null) throw new DomainError('not_found');
  const userHash = hashCode(code);
  const approved = decision === 'approve';
  await withDatabase(async () => {
    const decided = await DeviceGrantModel.findOneAndUpdate(
      { userHash, status: 'pending', expiresAt: mongoose.trusted({ $gt: new Date() }) },
      { $set: { status: approved ? 'approved' : 'denied', userId: actor.userId } },
    ).lean<DeviceGrantDocument>();
    if (!decided) throw await undecidable(userHash);
    const { clientName, scopes, address } = decided;
    await recordAudit(actor, `device.${approved ? 'approved' : 'denied'}`, clientName, { scopes, address });
  });
  return { approved };
}

async function undecidable(userHash: string): Promise<DomainError> {
  const grant = await DeviceGrantModel.findOne({ userHash }, { status: 1 }).lean<Pick<DeviceGrantDocument, 'status'>>();
  if (!grant) return new DomainError('not_found');
  return new DomainError(grant.status === 'pending' ? 'expired_token' : 'device_decided');
}

/**
 * The token of a program whose request was approved; a code gives one, once. Throws `unsupported_grant_type`,
 * `authorization_pending`, `slow_down`, `access_denied`, `expired_token`, and `invalid_grant` for codes that are unknown or
 * used. Unknown codes count as attempts to sign in, from `address`: throws `rate_limited`.
 */
export async function redeemDevice(input: DeviceTokenInput, address: string): Promise<DeviceTokenDto> {
  if (input.grant_type !== GRANT_TYPE) throw new DomainError('unsupported_grant_type');
  const deviceHash = hashCode(input.device_code);
  return withDatabase(async () => {
    const grant = await DeviceGrantModel.findOne({ deviceHash }).lean<DeviceGrantDocument>();
    if (!grant) throw await guessed(address);
    if (grant.status === 'redeemed') throw new DomainError('invalid_grant');
    if (grant.status === 'denied') throw new DomainError('access_denied');
    if (grant.expiresAt.getTime() <= Date.now()) throw new DomainError('expired_token');
    if (grant.status === 'pending') throw await paced(grant);
    return tokenFor(grant);
  });
}

async function guessed(address: string): Promise<DomainError> {
  const { allowed, resetSeconds } = await countRequest('signIn', address);
  return allowed
    ? new DomainError('invalid_grant')
    : new DomainError('rate_limited', { seconds: resetSeconds }, { retryAfterSeconds: resetSeconds });
}

async function paced({ deviceHash, intervalSeconds }: DeviceGrantDocument): Promise<DomainError> {
  const now = Date.now();
  const onTime = await DeviceGrantModel.updateOne(
    { deviceHash, nextPollAt: mongoose.trusted({ $lte: new Date(now) }) },
    { $set: { nextPollAt: new Date(now + intervalSeconds * 1000 - PACE_TOLERANCE_MS) } },
  );
  if (onTime.matchedCount === 1) return new DomainError('authorization_pending');
  const slower = Math.min(SLOWEST_SECONDS, intervalSeconds + SLOWER_BY_SECONDS);
  await DeviceGrantModel.updateOne({ deviceHash, intervalSeconds }, { $set: { intervalSeconds: slower } });
  return new DomainError('slow_down', { seconds: slower }, { retryAfterSeconds: slower });
}

/** Of all who ask with an approved code at once, the one who moves it on is given the token. */
async function tokenFor({ deviceHash, userId, scopes, clientName }: DeviceGrantDocument): Promise<DeviceTokenDto> {
  const won = await DeviceGrantModel.updateOne({ deviceHash, status: 'approved' }, { $set: { status: 'redeemed' } });
  const account = await AccountModel.findOne({ userId: userId ?? '' }).lean<AccountDocument>();
  if (won.modifiedCount === 0 || !account) throw new DomainError('invalid_grant');
  const { token } = await createToken({ name: clientName, scopes, days: DEVICE_TOKEN_DAYS }, actorOf(account));
  return {
    access_token: token,
    token_type: 'Bearer',
    expires_in: DEVICE_TOKEN_DAYS * 86_400,
    scope: scopes.join(' '),
  };
}
