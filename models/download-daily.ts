import { Schema } from 'mongoose';
import { defineModel } from './define-model';

/** Downloads of one version on one UTC day (`YYYY-MM-DD`). */
export type DownloadDailyDocument = { namespace: string; name: string; version: string; day: string; count: number };

const schema = new Schema<DownloadDailyDocument>(
  {
    namespace: { type: String, required: true },
    name: { type: String, required: true },
    version: { type: String, required: true },
    day: { type: String, required: true },
    count: { type: Number, default: 0 },
  },
  { strict: 'throw', versionKey: false },
);
schema.index({ namespace: 1, name: 1, day: -1, version: 1 }, { unique: true });
schema.index({ day: 1 });

export const DownloadDailyModel = defineModel('DownloadDaily', schema);
