import { z } from 'zod';

const slug = z
  .string()
  .trim()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/, 'Use 1 to 60 lower-case letters, digits or hyphens.');
const title = z.string().trim().min(1, 'A title is needed.').max(80, 'At most 80 characters.');
const description = z.string().trim().max(500, 'At most 500 characters.');
const visibility = z.enum(['public', 'private']);
const moduleRef = { namespace: z.string().min(1).max(39), name: z.string().min(1).max(64) };
const note = z.string().trim().max(200, 'At most 200 characters.');

const emptyIsAbsent = (value: unknown) => (value === '' ? undefined : value);

export const createCollectionSchema = z.strictObject({
  title,
  slug: z.preprocess(emptyIsAbsent, slug.optional()),
  description: description.default(''),
  visibility: visibility.default('public'),
});
export type CreateCollectionInput = z.infer<typeof createCollectionSchema>;

export const patchCollectionSchema = z.strictObject({
  title: title.optional(),
  description: description.optional(),
  visibility: visibility.optional(),
});
export const updateCollectionSchema = patchCollectionSchema.extend({ slug }).strict();
export type UpdateCollectionInput = z.infer<typeof updateCollectionSchema>;

export const collectionSlugSchema = z.strictObject({ slug });
export type CollectionSlugInput = z.infer<typeof collectionSlugSchema>;

export const addItemSchema = z.strictObject({ slug, ...moduleRef, note: note.default('') });
export type AddItemInput = z.infer<typeof addItemSchema>;
export const itemBodySchema = z.strictObject({ note: note.default('') });

export const removeItemSchema = z.strictObject({ slug, ...moduleRef });
export type RemoveItemInput = z.infer<typeof removeItemSchema>;
