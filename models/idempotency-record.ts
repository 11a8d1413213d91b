import { Schema } from 'mongoose';
import { defineModel } from './define-model';

/** A write that its caller named with a key, so that sending it again does nothing twice. `lease` fences off a late process. */
export type IdempotencyRecordDocument = {
  caller: string;
  key: string;
  /** SHA-256 of what was asked for: a key stands for one request. */
  fingerprint: string;
  lease: { token: string; until: Date } | null;
  /** The answer, once there is one. */
  answer: { status: number; contentType: string | null; body: string } | null;
  createdAt: Date;
  expiresAt: Date;
};

const schema = new Schema<IdempotencyRecordDocument>(
  {
    caller: { type: String, required: true },
    key: { type: String, required: true },
    fingerprint: { type: String, required: true },
    lease: { type: Schema.Types.Mixed, default: null },
    answer: { type: Schema.Types.Mixed, default: null },
    createdAt: { type: Date, default: () => new Date() },
    expiresAt: { type: Date, required: true },
  },
  { strict: 'throw', versionKey: false, minimize: false },
);
schema.index({ caller: 1, key: 1 }, { unique: true });
schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

export const IdempotencyRecordModel = defineModel('IdempotencyRecord', schema);
