import type { Manifest } from '@/lib/manifest/schema';

import { CliError, EXIT } from '../errors';
import { valuesFor } from '../plan/variables';
import type { ModuleFile, ReadyModule, Sha256 } from '../types';
import { ArchiveCache } from './archive-cache';
import type { FetchEnvironment, FetchRequest } from './fetch-request';
import { toIntegrity } from './integrity';
import { obtainArchive } from './obtain-archive';
import { putIntoStore, storeFolderOf } from './store-folder';
import { unpackFiles } from './unpack';
import { type Verified, verifyCached } from './verify-cached';

export type { BlobSink, FetchEnvironment, FetchRequest } from './fetch-request';

const EXECUTABLE = 0o111;

/** What the manifest inside says may be more than what was resolved: then other modules would be missing, unnoticed. */
function assertAnnounced({ ref, version, dependencies }: FetchRequest, manifest: Manifest): void {
  const silent = Object.keys(manifest.dependencies ?? {}).filter((other) => !Object.hasOwn(dependencies, other));
  if (silent.length === 0) return;
  throw new CliError(
    'metadata_mismatch',
    EXIT.integrity,
    `${ref} ${version} needs modules that the registry does not tell of.`,
    [`In its archive: ${silent.join(', ')}`],
  );
}

/** Sources of files, and scripts that may be run later; and which of them must lie in the store folder. */
function neededFiles({ files, hooks = {} }: Manifest): Map<string, { inStore: boolean }> {
  const needed = new Map<string, { inStore: boolean }>();
  for (const { src, mode } of files)
    if (src !== undefined) needed.set(src, { inStore: mode === 'link' || needed.get(src)?.inStore === true });
  for (const script of Object.values(hooks)) if (script !== undefined) needed.set(script, { inStore: true });
  return needed;
}

/** Puts what the module needs of a verified archive into the content store and the store folder. */
async function unpack(
  sha256: Sha256,
  { report, manifest }: Verified,
  storeFolder: string,
  { home, blobs }: FetchEnvironment,
  cache: ArchiveCache,
): Promise<Map<string, ModuleFile>> {
  const needed = neededFiles(manifest);
  const known = new Map(report.files.filter(({ path }) => needed.has(path)).map((file) => [file.path, file]));
  const files = new Map<string, ModuleFile>();
  await unpackFiles(cache.read(sha256), {
    first: report.files[0]?.path ?? '',
    wanted: new Set(known.keys()),
    temporary: () => cache.temporary(),
    take: async (file) => {
      const entry = known.get(file.path);
      // The file in the cache may be another one than a moment ago.
      if (entry?.sha256 !== file.sha256) throw mismatchInside(file.path);
      const executable = (entry.mode & EXECUTABLE) !== 0;
      if (needed.get(file.path)?.inStore) putIntoStore(home, storeFolder, file, executable);
      files.set(file.path, { sha256: file.sha256, size: entry.size, executable });
      await ('bytes' in file ? blobs.putBytes(file.bytes) : blobs.putFile(file.temporary));
    },
  });
  const missing = [...known.keys()].find((path) => !files.has(path));
  if (missing !== undefined) throw mismatchInside(missing);
  return files;
}

const mismatchInside = (path: string): CliError =>
  new CliError(
    'integrity_mismatch',
    EXIT.integrity,
    `The archive in the cache was changed while it was read: ${path}.`,
  );

/**
 * Fetches one version, verifies it by the registry's own rules, and makes it ready to be planned. Nothing outside dotkit's own
 * folders is touched, and nothing is unpacked before size, hash and every rule were checked. With the lock's integrity and the
 * archive in the cache, nobody is asked.
 *
 * @throws CliError integrity_mismatch, archive_refused, archive_too_large, metadata_mismatch, bad_download_address (4), yanked (6),
 * and the refusals of the registry
 */
export async function fetchModule(request: FetchRequest, environment: FetchEnvironment): Promise<ReadyModule> {
  const { ref, version, range, variables } = request;
  const cache = new ArchiveCache(environment.home);
  const archive = await obtainArchive(request, environment, cache);
  const verified = await verifyCached(cache, { name: ref, version, ...archive });
  assertAnnounced(request, verified.manifest);
  const storeFolder = storeFolderOf(environment.home, ref, version, archive.sha256);
  const files = await unpack(archive.sha256, verified, storeFolder, environment, cache);
  return {
    ref,
    version,
    integrity: toIntegrity(archive.sha256),
    manifest: verified.manifest,
    capabilities: verified.report.capabilities,
    range,
    files,
    storeFolder,
    variables: valuesFor(verified.manifest, variables),
  };
}

/** How many are fetched at once: enough to hide the waiting, few enough for a slow line. */
const AT_ONCE = 4;

/**
 * Fetches several versions, a few at a time, and answers in the order of the requests. After the first refusal no other is begun,
 * and nothing is under way any more when it is thrown. @throws as `fetchModule`
 */
export async function fetchModules(
  requests: readonly FetchRequest[],
  environment: FetchEnvironment,
): Promise<ReadyModule[]> {
  const ready: ReadyModule[] = [];
  const queue = [...requests.entries()].reverse();
  const work = async () => {
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      const [index, request] = next;
      try {
        ready[index] = await fetchModule(request, environment);
      } catch (error) {
        queue.length = 0;
        throw error;
      }
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, work));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  return ready;
}
