import 'server-only';
import { randomUUID } from 'node:crypto';
import { DomainError } from '@/lib/errors';
import { isDuplicateKey, withDatabase } from '@/lib/infra/mongo';
import { type IdempotencyRecordDocument, IdempotencyRecordModel } from '@/models/idempotency-record';
import { ANSWER_TTL_SECONDS, LEASE_SECONDS } from './rules';

export type KeptAnswer = NonNullable<IdempotencyRecordDocument['answer']>;
type Named = { caller: string; key: string; fingerprint: string };

/** Failures that pass: the same request may do better in a moment, so they are not what its key stands for. */
const isKept = ({ status }: KeptAnswer) => status < 500 && status !== 429;

/**
 * Runs a write once for its key, and answers the same to everybody who sends it again within a day. A crash while it runs
 * leaves a lease that runs out. Throws `idempotency_in_flight`, `idempotency_mismatch`.
 */
export async function answerOnce(
  named: Named,
  run: () => Promise<KeptAnswer>,
): Promise<{ answer: KeptAnswer; isReplay: boolean }> {
  const claim = await withDatabase(() => claimKey(named));
  if ('answer' in claim) return { answer: claim.answer, isReplay: true };
  const mine = { caller: named.caller, key: named.key, 'lease.token': claim.lease };
  const release = () => withDatabase(() => IdempotencyRecordModel.deleteOne(mine));
  let answer: KeptAnswer;
  try {
    answer = await run();
  } catch (error) {
    await release();
    throw error;
  }
  if (!isKept(answer)) await release();
  else await withDatabase(() => IdempotencyRecordModel.updateOne(mine, { $set: { answer, lease: null } }));
  return { answer, isReplay: false };
}

const newLease = () => ({ token: randomUUID(), until: new Date(Date.now() + LEASE_SECONDS * 1000) });

const expiry = () => new Date(Date.now() + ANSWER_TTL_SECONDS * 1000);

/** The right to run, or the answer of who ran before. The unique index picks one of those who come at once. */
async function claimKey(named: Named): Promise<{ lease: string } | { answer: KeptAnswer }> {
  const { caller, key, fingerprint } = named;
  const lease = newLease();
  try {
    await IdempotencyRecordModel.create({ ...named, lease, expiresAt: expiry() });
    return { lease: lease.token };
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
  const known = await IdempotencyRecordModel.findOne({ caller, key }).lean<IdempotencyRecordDocument>();
  // Released since: whoever held it failed, and a retry by the client is as good as one from here.
  if (!known) throw inFlight();
  // The database removes what has expired within a minute or so; until then the key is as good as new.
  if (known.expiresAt.getTime() > Date.now()) {
    if (known.fingerprint !== fingerprint) throw new DomainError('idempotency_mismatch');
    if (known.answer) return { answer: known.answer };
    if (known.lease && known.lease.until.getTime() > Date.now()) throw inFlight();
  }
  const { expiresAt } = known;
  const seen = { caller, key, expiresAt, 'lease.token': known.lease?.token ?? null };
  const won = await IdempotencyRecordModel.updateOne(seen, {
    $set: { fingerprint, lease, answer: null, expiresAt: expiry() },
  });
  if (won.modifiedCount === 0) throw inFlight();
  return { lease: lease.token };
}

const inFlight = () => new DomainError('idempotency_in_flight', {}, { retryAfterSeconds: 1 });
