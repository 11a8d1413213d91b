import { Schema } from 'mongoose';
import type { TokenScope } from '@/types/actor';
import { DEVICE_STATUSES, type DeviceStatus } from '@/types/device';
import { defineModel } from './define-model';

/** A program that asks to act for somebody (RFC 8628). Of both codes only the SHA-256 is kept. */
export type DeviceGrantDocument = {
  deviceHash: string;
  userHash: string;
  clientName: string;
  scopes: TokenScope[];
  /** The address that asked, as it is shown to whoever decides. */
  address: string;
  status: DeviceStatus;
  /** Who decided. */
  userId: string | null;
  createdAt: Date;
  expiresAt: Date;
  /** A program that asks again before this moment is told to slow down. */
  nextPollAt: Date;
  intervalSeconds: number;
};

const schema = new Schema<DeviceGrantDocument>(
  {
    deviceHash: { type: String, required: true },
    userHash: { type: String, required: true },
    clientName: { type: String, required: true },
    scopes: { type: [String], required: true },
    address: { type: String, required: true },
    status: { type: String, enum: DEVICE_STATUSES, default: 'pending' },
    userId: { type: String, default: null },
    createdAt: { type: Date, default: () => new Date() },
    expiresAt: { type: Date, required: true },
    nextPollAt: { type: Date, required: true },
    intervalSeconds: { type: Number, required: true },
  },
  { strict: 'throw', versionKey: false },
);
schema.index({ deviceHash: 1 }, { unique: true });
schema.index({ userHash: 1 }, { unique: true });
// Kept for a day beyond its end, so that a late program and a late person are told that it expired.
schema.index({ expiresAt: 1 }, { expireAfterSeconds: 86_400 });

export const DeviceGrantModel = defineModel('DeviceGrant', schema);
