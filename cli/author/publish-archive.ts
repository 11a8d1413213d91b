import { randomUUID } from 'node:crypto';

import type { ArchiveReport } from '@/lib/archive/verify';
import type { Finding } from '@/types/finding';

import type { Context } from '../context';
import { CliError, EXIT } from '../errors';
import { storageAddress } from '../registry/address';
import { fields, listIn, textIn, textMapIn } from '../registry/answers';
import { at, type RegistryClient } from '../registry/client';
import { clientOf } from '../registry/connect';
import { partsOf } from '../registry/modules';
import { pause } from '../registry/patience';
import { upload } from '../registry/transfer';

/** Verification takes well under a second; these bound the waiting for a registry that is busy. */
const FIRST_POLL_MS = 150;
const LONGEST_POLL_MS = 2_000;
const GIVE_UP_MS = 120_000;

export type Publishing = {
  archive: string;
  report: ArchiveReport;
  name: string;
  version: string;
  visibility: string | undefined;
  /** Called with each finding of the registry as soon as it is known. */
  onFinding: (finding: Finding) => void;
};

/** `present`: the registry has this version already, with these very bytes. */
export type Verdict = { status: 'published' | 'rejected' | 'present'; findings: Finding[]; uploadId: string | null };

function findingOf(value: unknown): Finding {
  const from = fields(value, 'a finding');
  const { path, line, severity } = from;
  return {
    severity: severity === 'warning' ? 'warning' : 'error',
    code: textIn(from, 'code'),
    message: textIn(from, 'message'),
    ...(typeof path === 'string' ? { path } : {}),
    ...(typeof line === 'number' ? { line } : {}),
  };
}

/** Whether the registry's version has the same bytes; then an earlier run did all that this one would. */
async function isPresent(client: RegistryClient, { name, version, report }: Publishing): Promise<boolean> {
  const { namespace, name: module } = partsOf(name);
  try {
    const found = fields(await client.get(at`/modules/${namespace}/${module}/versions/${version}`));
    return found.sha256 === report.sha256;
  } catch (error) {
    if (error instanceof CliError) return false;
    throw error;
  }
}

/** Announces the archive; null when the very same version is there already. */
async function announce(client: RegistryClient, publishing: Publishing): Promise<Record<string, unknown> | null> {
  const { name, version, visibility, report } = publishing;
  const { sizeBytes: size, sha256 } = report;
  try {
    const body = { name, version, size, sha256, ...(visibility === undefined ? {} : { visibility }) };
    return fields(await client.send('POST', '/uploads', body, randomUUID()));
  } catch (error) {
    if (!(error instanceof CliError) || error.code !== 'version_exists') throw error;
    if (await isPresent(client, publishing)) return null;
    throw new CliError(error.code, EXIT.failure, error.message, [
      ...error.details,
      'Raise “version” in dotkit.json: what was published once stays as it is.',
    ]);
  }
}

async function send(
  { out }: Context,
  client: RegistryClient,
  started: Record<string, unknown>,
  publishing: Publishing,
): Promise<void> {
  const bar = out.progress(`${publishing.name} ${publishing.version}`, publishing.report.sizeBytes);
  const { host: _, ...headers } = textMapIn(started, 'headers');
  try {
    const url = storageAddress(textIn(started, 'url'), client.url);
    await upload({ url, path: publishing.archive, headers, onBytes: bar.add });
  } finally {
    bar.end();
  }
}

/** Waits for the registry's word, and passes on each finding as it comes. */
async function verdict(client: RegistryClient, uploadId: string, publishing: Publishing): Promise<Verdict> {
  const findings: Finding[] = [];
  const giveUpAt = Date.now() + GIVE_UP_MS;
  for (let wait = FIRST_POLL_MS; ; wait = Math.min(wait * 1.5, LONGEST_POLL_MS)) {
    const answer = fields(await client.get(at`/uploads/${uploadId}`));
    for (const finding of listIn(answer, 'findings').slice(findings.length).map(findingOf)) {
      findings.push(finding);
      publishing.onFinding(finding);
    }
    const status = textIn(answer, 'status');
    if (status === 'published' || status === 'rejected') return { status, findings, uploadId };
    if (Date.now() > giveUpAt) {
      throw new CliError('still_verifying', EXIT.failure, 'The registry has not come to a verdict yet.', [
        'It goes on without you: see the upload in your dashboard, or run publish again.',
      ]);
    }
    await pause(wait);
  }
}

/**
 * Publishes a verified archive: announce, send to the presigned address, complete, wait. Running it again after any failure is
 * safe, since a version that arrived is recognised by its hash.
 * @throws CliError `unauthenticated`, `version_exists`, and what the registry refuses
 */
export async function publishArchive(context: Context, publishing: Publishing): Promise<Verdict> {
  const client = clientOf(context);
  if (!client.isSignedIn) {
    throw new CliError('unauthenticated', EXIT.failure, `You are not signed in to ${client.url.origin}.`, [
      'Sign in with dotkit login, or give a token with DOTKIT_TOKEN.',
    ]);
  }
  const started = await announce(client, publishing);
  if (started === null) return { status: 'present', findings: [], uploadId: null };
  const uploadId = textIn(started, 'uploadId');
  await send(context, client, started, publishing);
  await client.send('POST', at`/uploads/${uploadId}/complete`);
  return verdict(client, uploadId, publishing);
}
