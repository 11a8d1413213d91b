import { Schema } from 'mongoose';
import { defineModel } from './define-model';

export type StarDocument = { userId: string; namespace: string; name: string; createdAt: Date };

const schema = new Schema<StarDocument>(
  {
    userId: { type: String, required: true },
    namespace: { type: String, required: true },
    name: { type: String, required: true },
    createdAt: { type: Date, default: () => new Date() },
  },
  { strict: 'throw', versionKey: false },
);
schema.index({ namespace: 1, name: 1, userId: 1 }, { unique: true });
schema.index({ userId: 1, createdAt: -1, _id: -1 });

export const StarModel = defineModel('Star', schema);
