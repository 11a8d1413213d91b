import { Schema } from 'mongoose';
import type { Finding } from '@/types/finding';
import { UPLOAD_STATUSES, type UploadStatus, VISIBILITIES, type Visibility } from '@/types/module';
import { defineModel } from './define-model';

/** Unverified bytes on their way in. `lease` is the fencing token of the worker that verifies now. */
export type UploadDocument = {
  _id: string;
  userId: string;
  username: string;
  namespace: string;
  name: string;
  version: string;
  sizeBytes: number;
  sha256: string;
  /** Who may see the module, if this upload is its first. */
  visibility: Visibility;
  status: UploadStatus;
  findings: Finding[];
  lease: { token: string; until: Date } | null;
  attempts: number;
  createdAt: Date;
  /** After this moment an upload that was not completed is swept. */
  expiresAt: Date;
  /** Whether the staged object was removed at the verdict; its link may still bring another one until `expiresAt`. */
  stagedRemoved: boolean;
  /** When the staged object was removed for good; null while it may still lie in the bucket. */
  cleanedAt: Date | null;
};

const schema = new Schema<UploadDocument>(
  {
    _id: { type: String, required: true },
    userId: { type: String, required: true },
    username: { type: String, required: true },
    namespace: { type: String, required: true },
    name: { type: String, required: true },
    version: { type: String, required: true },
    sizeBytes: { type: Number, required: true },
    sha256: { type: String, required: true },
    visibility: { type: String, enum: VISIBILITIES, default: 'public' },
    status: { type: String, enum: UPLOAD_STATUSES, default: 'uploading' },
    findings: { type: Schema.Types.Mixed, default: () => [] },
    lease: { type: Schema.Types.Mixed, default: null },
    attempts: { type: Number, default: 0 },
    createdAt: { type: Date, default: () => new Date() },
    expiresAt: { type: Date, required: true },
    stagedRemoved: { type: Boolean, default: false },
    cleanedAt: { type: Date, default: null },
  },
  { strict: 'throw', versionKey: false },
);
schema.index({ userId: 1, createdAt: -1, _id: -1 });
schema.index({ status: 1, expiresAt: 1 });
schema.index({ status: 1, 'lease.until': 1 });
schema.index({ cleanedAt: 1, expiresAt: 1 });

export const UploadModel = defineModel('Upload', schema);
