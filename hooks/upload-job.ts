import type { Result } from '@/lib/result';
import { putWithProgress } from '@/lib/utils/put-with-progress';
import { sha256Hex } from '@/lib/utils/sha256-hex';
import { completeUpload, getUploadStatus, startUpload } from '@/lib/versions/actions';
import type { UploadDto, Visibility } from '@/types/module';

export type Refusal = Extract<Result<never>, { ok: false }>;
export type UploadInput = { name: string; version: string; visibility?: Visibility };
type Started = Extract<Awaited<ReturnType<typeof startUpload>>, { ok: true }>['value'];

/** One archive on its way. What is done stays done, so that trying again goes on where it stopped. */
export type UploadJob = { archive: Blob; input: UploadInput; sha256?: string; started?: Started; sent?: boolean };

/** The site said no: something about the input has to change. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.message);
  }
}
/** It may work the next time, unchanged. */
export class Interrupted extends Error {}

const PASSING = new Set(['storage_down', 'database_down', 'rate_limited', 'internal', 'upload_missing']);
/** Codes after which the reservation is of no use any more. */
const STALE = new Set(['upload_expired', 'upload_missing', 'not_found']);
const POLL_MS = 400;
const SLOWEST_POLL_MS = 2500;
const MOST_LOST_POLLS = 8;

function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  if (PASSING.has(result.code)) throw new Interrupted(result.message);
  throw new Refused(result);
}

/** Announces the archive, unless that was done and still holds. */
export async function announce(job: UploadJob): Promise<Started> {
  if (job.started && (job.sent || Date.parse(job.started.expiresAt) > Date.now() + 5000)) return job.started;
  job.sha256 ??= await sha256Hex(await job.archive.arrayBuffer());
  job.started = unwrap(await startUpload({ ...job.input, size: job.archive.size, sha256: job.sha256 }));
  job.sent = false;
  return job.started;
}

/** Sends the bytes to the storage, unless they are there. */
export async function send(job: UploadJob, onProgress: (sent: number) => void, signal: AbortSignal): Promise<void> {
  if (job.sent || !job.started) return;
  const status = await putWithProgress(job.started, job.archive, onProgress, signal);
  // 412: the bytes of an attempt whose answer was lost are there already.
  if (status !== 200 && status !== 412) {
    if (status < 500) delete job.started;
    throw new Interrupted(`The storage refused the archive (status ${status}).`);
  }
  job.sent = true;
}

/** Says that the bytes are there; the verifier begins. */
export async function complete(job: UploadJob, uploadId: string): Promise<void> {
  const result = await completeUpload({ uploadId });
  if (!result.ok && STALE.has(result.code)) {
    delete job.started;
    delete job.sent;
    throw new Interrupted(result.message);
  }
  unwrap(result);
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const isDone = ({ status }: UploadDto) => status === 'published' || status === 'rejected';

/** Reports the state of an upload until the verifier has decided, or `signal` aborts. @throws Interrupted, Refused */
export async function follow(
  uploadId: string,
  onState: (upload: UploadDto) => void,
  signal: AbortSignal,
): Promise<void> {
  let lost = 0;
  for (let wait = POLL_MS; !signal.aborted; wait = Math.min(wait * 1.25, SLOWEST_POLL_MS)) {
    try {
      const upload = unwrap(await getUploadStatus({ uploadId }));
      if (signal.aborted) return;
      lost = 0;
      onState(upload);
      if (isDone(upload)) return;
    } catch (error) {
      if (error instanceof Refused) throw error;
      lost += 1;
      if (lost > MOST_LOST_POLLS)
        throw new Interrupted('Contact with the site was lost while the archive was verified.');
    }
    await pause(wait);
  }
}
