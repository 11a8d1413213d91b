import { CliError, EXIT } from '../errors';
import type { Ref, Sha256 } from '../types';
import { storageAddress } from './address';
import { fields, numberIn, textIn } from './answers';
import type { ArchiveCache } from './archive-cache';
import { at, type RegistryClient } from './client';
import type { FetchEnvironment, FetchRequest } from './fetch-request';
import { isSha256, toIntegrity, toSha256 } from './integrity';
import { modulePath } from './modules';
import { download } from './transfer';

const MAX_PACKED_BYTES = 20 * 1024 * 1024;

type Link = { url: URL; sha256: Sha256; size: number };

const mismatch = (ref: Ref, version: string, expected: string, actual: string, whose: string): CliError =>
  new CliError(
    'integrity_mismatch',
    EXIT.integrity,
    `The archive of ${ref} ${version} is not the one that is expected. Nothing of it was unpacked.`,
    [
      `${whose}: ${expected}`,
      `Arrived: ${actual}`,
      'Either the registry was changed, or something on the way did it. Do not go on before you know which.',
    ],
  );

/** Asks where the archive lies. A version that the lock holds may be a yanked one. @throws CliError yanked (6), not_found … */
async function askLink(client: RegistryClient, { ref, version, integrity }: FetchRequest): Promise<Link> {
  const path = modulePath(ref) + at`/versions/${version}/download`;
  const answer = fields(await client.get(path, integrity === null ? {} : { yanked: 'allow' }), 'the download');
  const [sha256, size] = [textIn(answer, 'sha256').toLowerCase(), numberIn(answer, 'size')];
  if (!isSha256(sha256) || !Number.isInteger(size) || size < 1)
    throw new CliError(
      'bad_answer',
      EXIT.failure,
      `The registry says nothing usable about the archive of ${ref} ${version}.`,
    );
  if (size > MAX_PACKED_BYTES)
    throw new CliError(
      'archive_too_large',
      EXIT.integrity,
      `The archive of ${ref} ${version} would have ${size} bytes; the most is ${MAX_PACKED_BYTES}.`,
    );
  return { url: storageAddress(textIn(answer, 'url'), client.url), sha256, size };
}

/** Brings the archive into the cache, or finds it there. Answers its hash and size, both checked. */
export async function obtainArchive(
  request: FetchRequest,
  environment: FetchEnvironment,
  cache: ArchiveCache,
): Promise<{ sha256: Sha256; size: number }> {
  const { ref, version, integrity, announced = null } = request;
  const { client, progress } = environment;
  const locked = integrity === null ? null : toSha256(integrity);
  if (locked !== null && announced !== null && announced !== locked)
    throw mismatch(ref, version, toIntegrity(locked), toIntegrity(announced), 'Locked');
  const expected = locked ?? announced;
  const kept = expected === null ? null : cache.verifiedSize(expected);
  if (expected !== null && kept !== null) return { sha256: expected, size: kept };
  const link = await askLink(client, request);
  if (expected !== null && link.sha256 !== expected)
    throw mismatch(
      ref,
      version,
      toIntegrity(expected),
      toIntegrity(link.sha256),
      locked === null ? 'Announced' : 'Locked',
    );
  if (cache.verifiedSize(link.sha256) === link.size) return link;
  const bar = progress?.(`${ref} ${version}`, link.size);
  try {
    await cache.fill(link.sha256, async (path) => {
      const onBytes = (bytes: number) => bar?.add(bytes);
      const actual = await download({ url: link.url, path, size: link.size, onBytes, patience: client.patience });
      if (actual !== link.sha256)
        throw mismatch(
          ref,
          version,
          toIntegrity(link.sha256),
          toIntegrity(actual),
          locked === null ? 'Announced' : 'Locked',
        );
    });
  } finally {
    bar?.end();
  }
  return link;
}
