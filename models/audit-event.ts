import { Schema } from 'mongoose';
import { defineModel } from './define-model';

/** Who did what to which thing. Rows are only ever added. */
export type AuditEventDocument = {
  userId: string;
  username: string;
  action: string;
  subject: string;
  detail: Record<string, unknown>;
  at: Date;
};

const schema = new Schema<AuditEventDocument>(
  {
    userId: { type: String, required: true },
    username: { type: String, required: true },
    action: { type: String, required: true },
    subject: { type: String, required: true },
    detail: { type: Schema.Types.Mixed, default: {} },
    at: { type: Date, default: () => new Date() },
  },
  { strict: 'throw', versionKey: false, minimize: false },
);
schema.index({ subject: 1, at: -1, _id: -1 });
schema.index({ userId: 1, at: -1, _id: -1 });

export const AuditEventModel = defineModel('AuditEvent', schema);
