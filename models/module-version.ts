import { Schema } from 'mongoose';
import type { Finding } from '@/types/finding';
import type { CapabilitiesDto, FileDto, WriteDto } from '@/types/module';
import { defineModel } from './define-model';

/**
 * One version of a module. The row is created, as `verifying`, before any byte is looked at: its unique index decides who
 * owns a version number. It becomes visible only by the move to `published`, which writes the verification record with it.
 */
export type ModuleVersionDocument = {
  namespace: string;
  name: string;
  version: string;
  /** The version without build metadata: versions of equal precedence are the same version. */
  precedence: string;
  uploadId: string;
  status: 'verifying' | 'published';
  sha256: string;
  sizeBytes: number;
  manifest: Record<string, unknown> | null;
  files: FileDto[];
  writes: WriteDto[];
  capabilities: CapabilitiesDto | null;
  warnings: Finding[];
  readme: string | null;
  changelog: string | null;
  verification: { sha256: string; verifier: number; at: Date } | null;
  yanked: { reason: string; at: Date; by: string } | null;
  downloads: number;
  createdAt: Date;
  publishedAt: Date | null;
};

const mixed = { type: Schema.Types.Mixed, default: null };
const list = { type: Schema.Types.Mixed, default: () => [] };
const schema = new Schema<ModuleVersionDocument>(
  {
    namespace: { type: String, required: true },
    name: { type: String, required: true },
    version: { type: String, required: true },
    precedence: { type: String, required: true },
    uploadId: { type: String, required: true },
    status: { type: String, enum: ['verifying', 'published'], required: true },
    sha256: { type: String, required: true },
    sizeBytes: { type: Number, required: true },
    manifest: mixed,
    files: list,
    writes: list,
    capabilities: mixed,
    warnings: list,
    readme: { type: String, default: null },
    changelog: { type: String, default: null },
    verification: mixed,
    yanked: mixed,
    downloads: { type: Number, default: 0 },
    createdAt: { type: Date, default: () => new Date() },
    publishedAt: { type: Date, default: null },
  },
  { strict: 'throw', versionKey: false, minimize: false },
);
schema.index({ namespace: 1, name: 1, precedence: 1 }, { unique: true });
schema.index({ namespace: 1, name: 1, publishedAt: -1, _id: -1 });
schema.index({ uploadId: 1 });
schema.index({ status: 1, createdAt: 1 });

export const ModuleVersionModel = defineModel('ModuleVersion', schema);
