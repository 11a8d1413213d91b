import { createHash } from 'node:crypto';
import { ensureAccount } from '@/lib/accounts/commands';
import { actorOf } from '@/lib/accounts/queries';
import { backgroundSettled } from '@/lib/infra/background';
import { completeUpload, type StartedUpload, startUpload } from '@/lib/versions/commands';
import { getUpload } from '@/lib/versions/queries';
import type { Actor } from '@/types/actor';
import type { UploadDto, Visibility } from '@/types/module';
import type { ModuleKind } from '@/types/module-kind';
import { packModule } from './archives/judge';
import { SAMPLES } from './archives/manifests';

let people = 0;

/** A number in letters: digits of two names may look alike to the product, letters never do. */
const inLetters = (value: number): string =>
  (value >= 20 ? inLetters(Math.floor(value / 20) - 1) : '') + 'bcdfghjkpqstxzaeouyw'.charAt(value % 20);

function nextName(): string {
  people += 1;
  return `person-${inLetters(people)}`;
}

/** A person with an account of their own. */
export async function person(username = nextName()): Promise<Actor> {
  return actorOf(await ensureAccount({ username }));
}

export type Packed = { ref: string; version: string; bytes: Buffer; sha256: string };

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

type Sketch = {
  version?: string;
  kind?: ModuleKind;
  files?: Record<string, string>;
  manifest?: Record<string, unknown>;
};

/** The archive of a small valid module; `manifest` overrides any field of it. */
export function pack(ref: string, sketch: Sketch = {}): Packed {
  const { version = '1.0.0', kind = 'color-theme', files = {}, manifest = {} } = sketch;
  const named = { ...SAMPLES[kind], name: ref, version, ...manifest };
  const bytes = packModule(named, { 'main.conf': 'background #101010\n', ...files });
  return { ref, version, bytes, sha256: sha256Of(bytes) };
}

/** What `startUpload` wants to know of an archive. */
export const announced = ({ ref, version, bytes, sha256 }: Packed) => ({
  name: ref,
  version,
  size: bytes.byteLength,
  sha256,
});

/** Sends bytes with an upload link, as a browser would. Answers the storage's status. */
export async function put(link: Pick<StartedUpload, 'url' | 'headers'>, bytes: Uint8Array): Promise<number> {
  const answer = await fetch(link.url, { method: 'PUT', headers: link.headers, body: new Uint8Array(bytes) });
  await answer.body?.cancel();
  return answer.status;
}

/** Starts an upload and sends its bytes; what is left is to complete it. */
export async function staged(actor: Actor, packed: Packed, visibility?: Visibility): Promise<StartedUpload> {
  const started = await startUpload({ ...announced(packed), visibility }, actor);
  const status = await put(started, packed.bytes);
  if (status !== 200) throw new Error(`the storage answered ${status}`);
  return started;
}

/** Completes an upload and waits for the verdict. */
export async function completed(actor: Actor, uploadId: string): Promise<UploadDto> {
  await completeUpload({ uploadId }, actor);
  await backgroundSettled();
  return getUpload(uploadId, actor);
}

/** The whole publish flow to its verdict. */
export async function submit(actor: Actor, packed: Packed, visibility?: Visibility): Promise<UploadDto> {
  const { uploadId } = await staged(actor, packed, visibility);
  return completed(actor, uploadId);
}

type Published = Packed & { namespace: string; name: string };

/** A published module; throws when it is refused. */
export async function publish(
  actor: Actor,
  name: string,
  sketch: Sketch & { visibility?: Visibility } = {},
): Promise<Published> {
  const packed = pack(`@${actor.username}/${name}`, sketch);
  const verdict = await submit(actor, packed, sketch.visibility);
  if (verdict.status !== 'published') throw new Error(`refused: ${JSON.stringify(verdict.findings)}`);
  return { ...packed, namespace: actor.username, name };
}

/** The code of the refusal that work ends in, or `none`. Anything but a refusal is thrown on. */
export async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'none';
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.name === 'DomainError') return String(error.code);
    throw error;
  }
}
