import { z } from 'zod';
import type { DownloadLink } from '@/lib/downloads/commands';
import type { StartedUpload } from '@/lib/versions/commands';
import type { VersionRefInput } from '@/lib/versions/schema';
import type { Finding } from '@/types/finding';
import { type FileDto, UPLOAD_STATUSES, type UploadDto, type UploadStatus, type VersionDto } from '@/types/module';
import { capabilitiesShape, versionRefShape, writeShape, yankedShape } from './module';
import { bytes, exactly, pageOfShape, sha256, time } from './parts';

const findingShape = exactly<Finding>()(
  z.object({
    severity: z.enum(['error', 'warning']),
    code: z.string(),
    path: z.string().exactOptional(),
    line: z.number().int().min(1).exactOptional(),
    message: z.string(),
  }),
).meta({ id: 'Finding', description: 'One thing that the verifier has to say. An error rejects; a warning is shown.' });

const fileShape = exactly<FileDto>()(
  z.object({
    path: z.string(),
    size: bytes,
    mode: z.number().int().meta({ description: 'Permission bits, decimal: 420 is 0644.' }),
    sha256,
  }),
).meta({ id: 'File' });

export const versionShape = exactly<VersionDto>()(
  z.object({
    namespace: z.string(),
    name: z.string(),
    version: z.string(),
    publishedAt: time,
    yanked: yankedShape.exactOptional(),
    manifest: z
      .record(z.string(), z.unknown())
      .meta({ description: 'The `dotkit.json` of this version. Its schema is at `/schema/module.v1.json`.' }),
    files: z.array(fileShape),
    writes: z.array(writeShape),
    capabilities: capabilitiesShape,
    warnings: z.array(findingShape),
    readme: z.string().nullable().meta({ description: 'Markdown.' }),
    changelog: z.string().nullable().meta({ description: 'Markdown.' }),
    sha256,
    size: bytes,
  }),
).meta({ id: 'Version', description: 'One published version. All of it but `yanked` never changes.' });

export const versionPageShape = pageOfShape(versionRefShape).meta({ id: 'VersionPage' });

export const versionNameShape = exactly<VersionRefInput>()(
  z.object({ namespace: z.string(), name: z.string(), version: z.string() }),
).meta({ id: 'VersionName' });

export const downloadShape = exactly<DownloadLink>()(
  z.object({
    url: z.url(),
    expiresAt: time,
    sha256,
    size: bytes,
    filename: z.string(),
  }),
).meta({ id: 'Download', description: 'A link that lives 300 seconds. It is a credential: do not keep or share it.' });

export const startedUploadShape = exactly<StartedUpload>()(
  z.object({
    uploadId: z.string(),
    method: z.literal('PUT'),
    url: z.url(),
    headers: z.record(z.string(), z.string()).meta({ description: 'Send exactly these with the bytes.' }),
    expiresAt: time,
  }),
).meta({ id: 'StartedUpload' });

const uploadStatus = z.enum(UPLOAD_STATUSES);

export const takenUploadShape = exactly<{ uploadId: string; status: UploadStatus }>()(
  z.object({ uploadId: z.string(), status: uploadStatus }),
).meta({ id: 'TakenUpload' });

export const uploadShape = exactly<UploadDto>()(
  z.object({
    uploadId: z.string(),
    namespace: z.string(),
    name: z.string(),
    status: uploadStatus,
    findings: z.array(findingShape),
    version: z.string().exactOptional(),
  }),
).meta({ id: 'Upload' });
