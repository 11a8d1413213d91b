import { Schema } from 'mongoose';
import type { TokenScope } from '@/types/actor';
import { defineModel } from './define-model';

/** An API token. Only the SHA-256 of the secret is kept; `prefix` is what a person recognises it by. */
export type ApiTokenDocument = {
  userId: string;
  name: string;
  hash: string;
  prefix: string;
  scopes: TokenScope[];
  createdAt: Date;
  expiresAt: Date | null;
  lastUsedAt: Date | null;
};

const schema = new Schema<ApiTokenDocument>(
  {
    userId: { type: String, required: true },
    name: { type: String, required: true },
    hash: { type: String, required: true },
    prefix: { type: String, required: true },
    scopes: { type: [String], required: true },
    createdAt: { type: Date, default: () => new Date() },
    expiresAt: { type: Date, default: null },
    lastUsedAt: { type: Date, default: null },
  },
  { strict: 'throw', versionKey: false },
);
schema.index({ hash: 1 }, { unique: true });
schema.index({ userId: 1, createdAt: -1, _id: -1 });

export const ApiTokenModel = defineModel('ApiToken', schema);
