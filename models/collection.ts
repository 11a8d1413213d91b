import { Schema } from 'mongoose';
import { defineModel } from './define-model';

export type CollectionItem = { namespace: string; name: string; note: string; addedAt: Date };
export type CollectionDocument = {
  userId: string;
  owner: string;
  slug: string;
  title: string;
  description: string;
  visibility: 'public' | 'private';
  items: CollectionItem[];
  createdAt: Date;
  updatedAt: Date;
};

const itemSchema = new Schema<CollectionItem>(
  {
    namespace: { type: String, required: true },
    name: { type: String, required: true },
    note: { type: String, default: '' },
    addedAt: { type: Date, default: () => new Date() },
  },
  { _id: false, strict: 'throw' },
);
const schema = new Schema<CollectionDocument>(
  {
    userId: { type: String, required: true },
    owner: { type: String, required: true },
    slug: { type: String, required: true },
    title: { type: String, required: true },
    description: { type: String, default: '' },
    visibility: { type: String, enum: ['public', 'private'], default: 'public' },
    items: { type: [itemSchema], default: [] },
    createdAt: { type: Date, default: () => new Date() },
    updatedAt: { type: Date, default: () => new Date() },
  },
  // The schema type of Mongoose reserves `collection`, not our model name.
  { strict: 'throw', versionKey: false, collection: 'collections' },
);
schema.index({ owner: 1, slug: 1 }, { unique: true });
schema.index({ owner: 1, updatedAt: -1, _id: -1 });
schema.index({ owner: 1, visibility: 1, updatedAt: -1, _id: -1 });
schema.index({ 'items.namespace': 1, 'items.name': 1, visibility: 1, updatedAt: -1 });
schema.index({ visibility: 1, updatedAt: -1, _id: -1 });

export const CollectionModel = defineModel('Collection', schema);
