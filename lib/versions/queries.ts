import 'server-only';
import mongoose, { type Types } from 'mongoose';
import { z } from 'zod';
import { readFileFromArchive } from '@/lib/archive/read-file';
import { DomainError } from '@/lib/errors';
import { cached } from '@/lib/infra/cache';
import { cacheKeys } from '@/lib/infra/cache-keys';
import { withDatabase } from '@/lib/infra/mongo';
import { objectKeys } from '@/lib/infra/object-keys';
import { readObject } from '@/lib/infra/s3';
import { capabilitiesSchema, writesSchema } from '@/lib/modules/detail';
import { getModule } from '@/lib/modules/queries';
import { decodeText } from '@/lib/utils/decode-text';
import { type ModuleVersionDocument, ModuleVersionModel } from '@/models/module-version';
import { type UploadDocument, UploadModel } from '@/models/upload';
import type { Actor } from '@/types/actor';
import type { VersionDiffDto } from '@/types/diff';
import type { Finding } from '@/types/finding';
import type { FileDto, UploadDto, VersionDto, VersionHistoryDto } from '@/types/module';
import { changelogSection } from './changelog-section';
import { compareArchives } from './compare-archives';
import { precedenceOf } from './rules';

const NO_CAPABILITIES = { runs: [], network: [], root: false, labels: [] };
/** Bytes of a file that the browser of files shows. */
export const MAX_SHOWN_BYTES = 512 * 1024;

const versionDtoSchema = z.object({
  namespace: z.string(),
  name: z.string(),
  version: z.string(),
  publishedAt: z.string(),
  yanked: z.object({ reason: z.string(), at: z.string() }).exactOptional(),
  manifest: z.record(z.string(), z.unknown()),
  files: z.array(z.custom<FileDto>((value) => typeof value === 'object' && value !== null && 'sha256' in value)),
  writes: writesSchema,
  capabilities: capabilitiesSchema,
  warnings: z.array(z.custom<Finding>((value) => typeof value === 'object' && value !== null && 'code' in value)),
  readme: z.string().nullable(),
  changelog: z.string().nullable(),
  sha256: z.string(),
  size: z.number(),
});

const toVersionDto = (row: ModuleVersionDocument): VersionDto => ({
  namespace: row.namespace,
  name: row.name,
  version: row.version,
  publishedAt: (row.publishedAt ?? row.createdAt).toISOString(),
  ...(row.yanked ? { yanked: { reason: row.yanked.reason, at: row.yanked.at.toISOString() } } : {}),
  manifest: row.manifest ?? {},
  files: row.files,
  writes: row.writes,
  capabilities: row.capabilities ?? NO_CAPABILITIES,
  warnings: row.warnings,
  readme: row.readme,
  changelog: row.changelog,
  sha256: row.sha256,
  size: row.sizeBytes,
});

/** One published version; null when there is none or the actor may not know of the module. */
export async function getVersion(
  namespace: string,
  name: string,
  version: string,
  actor: Actor | null,
): Promise<VersionDto | null> {
  if (!(await getModule(namespace, name, actor))) return null;
  const key = cacheKeys.version(namespace, name, version);
  return cached({ key, ttlSeconds: 300, schema: versionDtoSchema.nullable() }, async () => {
    const filter = { namespace, name, precedence: precedenceOf(version), version, status: 'published' as const };
    const row = await withDatabase(() => ModuleVersionModel.findOne(filter).lean<ModuleVersionDocument>());
    return row?.verification?.sha256 === row?.sha256 && row ? toVersionDto(row) : null;
  });
}

export type ShownFile = { file: FileDto; text: string | null; tooLarge: boolean };
const textSchema = z.object({ text: z.string().nullable() });

/** One file of a version (default: the latest), as text when it is text. Throws `storage_down`. */
export async function getFile(
  namespace: string,
  name: string,
  version: string | undefined,
  path: string,
  actor: Actor | null,
): Promise<ShownFile | null> {
  const module = await getModule(namespace, name, actor);
  if (!module) return null;
  const found = await getVersion(namespace, name, version ?? module.version, actor);
  const file = found?.files.find((candidate) => candidate.path === path);
  if (!found || !file) return null;
  if (file.size > MAX_SHOWN_BYTES) return { file, text: null, tooLarge: true };
  const key = cacheKeys.file(found.sha256, path);
  const { text } = await cached({ key, ttlSeconds: 3600, schema: textSchema }, async () => ({
    text: await loadText(found.sha256, path),
  }));
  return { file, text, tooLarge: false };
}

async function loadText(sha256: string, path: string): Promise<string | null> {
  const chunks = await readObject(objectKeys.artifact(sha256));
  if (!chunks) throw new DomainError('storage_down');
  const bytes = await readFileFromArchive(chunks, path, MAX_SHOWN_BYTES);
  return bytes && decodeText(bytes);
}

const diffSchema = z.custom<VersionDiffDto>(
  (value) => typeof value === 'object' && value !== null && 'files' in value && 'moreFiles' in value,
);
export type ComparedVersions = { from: VersionDto; to: VersionDto; diff: VersionDiffDto };

/** Two versions of a module file by file; null when one is not there or the actor may not know of it. Throws `storage_down`. */
export async function compareVersions(
  namespace: string,
  name: string,
  versions: { from: string; to: string },
  actor: Actor | null,
): Promise<ComparedVersions | null> {
  const [from, to] = await Promise.all([
    getVersion(namespace, name, versions.from, actor),
    getVersion(namespace, name, versions.to, actor),
  ]);
  if (!from || !to) return null;
  const key = cacheKeys.diff(from.sha256, to.sha256);
  const diff = await cached({ key, ttlSeconds: 3600, schema: diffSchema }, () => compareArchives(from, to));
  return { from, to, diff };
}

/** Versions on one page of a module's history. */
const VERSIONS_A_PAGE = 20;
const HISTORY_FIELDS = { version: 1, publishedAt: 1, createdAt: 1, yanked: 1, sizeBytes: 1, sha256: 1, changelog: 1 };
type HistoryRow = Pick<
  ModuleVersionDocument,
  'version' | 'publishedAt' | 'createdAt' | 'yanked' | 'sizeBytes' | 'sha256' | 'changelog'
> & { _id: Types.ObjectId };

const olderThan = ({ publishedAt, _id }: HistoryRow) => ({
  publishedAt: mongoose.trusted({ $lte: publishedAt }),
  $or: [{ publishedAt: mongoose.trusted({ $lt: publishedAt }) }, { _id: mongoose.trusted({ $lt: _id }) }],
});

/**
 * A page of a module's versions, newest first, each with what the changelog says of it; `before` is the version after which
 * the page begins. Null when there is no such module or version, or the actor may not know of it.
 */
export async function listVersions(
  namespace: string,
  name: string,
  before: string | undefined,
  actor: Actor | null,
): Promise<VersionHistoryDto | null> {
  const module = await getModule(namespace, name, actor);
  if (!module) return null;
  return withDatabase(async () => {
    const of = { namespace, name, status: 'published' as const };
    const start =
      before === undefined
        ? null
        : await ModuleVersionModel.findOne(
            { ...of, precedence: precedenceOf(before), version: before },
            { publishedAt: 1 },
          ).lean<HistoryRow>();
    if (before !== undefined && !start) return null;
    const rows = await ModuleVersionModel.find({ ...of, ...(start ? olderThan(start) : {}) }, HISTORY_FIELDS)
      .sort({ publishedAt: -1, _id: -1 })
      .limit(VERSIONS_A_PAGE + 1)
      .lean<HistoryRow[]>();
    return toHistory(rows, module.changelog);
  });
}

/** Newer changelogs tell of older versions too, so one that brought none may still have its section in the newest. */
function toHistory(rows: HistoryRow[], newestChangelog: string | null): VersionHistoryDto {
  const items = rows.slice(0, VERSIONS_A_PAGE).map((row, at) => ({
    version: row.version,
    publishedAt: (row.publishedAt ?? row.createdAt).toISOString(),
    ...(row.yanked ? { yanked: { reason: row.yanked.reason, at: row.yanked.at.toISOString() } } : {}),
    size: row.sizeBytes,
    sha256: row.sha256,
    previous: rows[at + 1]?.version ?? null,
    changes:
      (row.changelog && changelogSection(row.changelog, row.version)) ??
      (newestChangelog && changelogSection(newestChangelog, row.version)),
  }));
  return { items, nextBefore: rows.length > VERSIONS_A_PAGE ? (items.at(-1)?.version ?? null) : null };
}

/** How far an upload of the actor is. Throws `not_found`. */
export async function getUpload(uploadId: string, actor: Actor): Promise<UploadDto> {
  const row = await withDatabase(() =>
    UploadModel.findOne({ _id: uploadId, userId: actor.userId }).lean<UploadDocument>(),
  );
  if (!row) throw new DomainError('not_found');
  return toUploadDto(row);
}

const toUploadDto = (row: UploadDocument): UploadDto => ({
  uploadId: row._id,
  namespace: row.namespace,
  name: row.name,
  status: row.status,
  findings: row.findings,
  version: row.version,
});

/** The actor's most recent uploads. */
export async function listUploads(actor: Actor): Promise<UploadDto[]> {
  const rows = await withDatabase(() =>
    UploadModel.find({ userId: actor.userId }).sort({ createdAt: -1, _id: -1 }).limit(20).lean<UploadDocument[]>(),
  );
  return rows.map(toUploadDto);
}
