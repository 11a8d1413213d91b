import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Finding } from '@/types/finding';
import type { UploadDto } from '@/types/module';
import { ApiProblem, type Call } from './api-client';
import { packFiles } from './pack';
import type { ModuleVersion } from './source';

const POLL_MS = 60;
const DEADLINE_MS = 60_000;

export type Outcome = { status: 'published' | 'present' } | { status: 'rejected'; findings: readonly Finding[] };

type Started = { uploadId: string; method: string; url: string; headers: Record<string, string> };

async function send(started: Started, archive: Uint8Array): Promise<void> {
  const headers = new Headers(started.headers);
  // fetch computes these two from the body and the address, and the signature covers the same values.
  headers.delete('content-length');
  headers.delete('host');
  const response = await fetch(started.url, { method: started.method, headers, body: Buffer.from(archive) });
  if (!response.ok) throw new Error(`The storage answered ${response.status}: ${await response.text()}`);
}

async function settled(call: Call, uploadId: string): Promise<UploadDto> {
  for (const deadline = Date.now() + DEADLINE_MS; ; await wait(POLL_MS)) {
    const upload = (await call('GET', `/uploads/${uploadId}`)) as UploadDto;
    if (upload.status === 'published' || upload.status === 'rejected') return upload;
    if (Date.now() > deadline) throw new Error(`The upload ${uploadId} is still ${upload.status}.`);
  }
}

/** Publishes one version as any author's script would: announce, send to the link, complete, wait for the verdict. */
export async function publishVersion(call: Call, { manifest, files }: ModuleVersion): Promise<Outcome> {
  const archive = await packFiles(files);
  const sha256 = createHash('sha256').update(archive).digest('hex');
  const { name, version } = manifest;
  let started: Started;
  try {
    started = (await call('POST', '/uploads', { name, version, size: archive.length, sha256 })) as Started;
  } catch (error) {
    if (error instanceof ApiProblem && error.code === 'version_exists') return { status: 'present' };
    throw error;
  }
  await send(started, archive);
  await call('POST', `/uploads/${started.uploadId}/complete`);
  const { status, findings } = await settled(call, started.uploadId);
  return status === 'published' ? { status } : { status: 'rejected', findings };
}
