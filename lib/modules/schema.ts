import { z } from 'zod';
import { VISIBILITIES } from '@/types/module';

export const moduleRefSchema = z.object({ namespace: z.string().min(1).max(39), name: z.string().min(1).max(64) });

const keyword = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9+#.-]{0,31}$/, 'Letters, digits and + # . - only.');
const replacement = z.string().regex(/^@[a-z0-9-]+\/[a-z0-9._-]+$/, 'Write it as @name/module.');

export const listingFieldsSchema = z.object({
  title: z.string().trim().min(1, 'A title is needed.').max(80, 'At most 80 characters.'),
  summary: z.string().trim().min(1, 'A summary is needed.').max(160, 'At most 160 characters.'),
  keywords: z.array(keyword).max(8, 'At most 8 keywords.'),
  visibility: z.enum(VISIBILITIES),
  deprecated: z
    .strictObject({
      reason: z.string().trim().min(1, 'Say why.').max(300, 'At most 300 characters.'),
      replacement: replacement.optional(),
    })
    .nullable(),
});

/** `PATCH /modules/{ns}/{name}`: what is absent stays. */
export const patchModuleSchema = listingFieldsSchema.partial().strict();
export const updateListingSchema = moduleRefSchema.extend(patchModuleSchema.shape).strict();
export type UpdateListingInput = z.infer<typeof updateListingSchema>;

const emptyIsAbsent = (value: unknown) => (value === '' ? undefined : value);

/** The settings form as a browser posts it: flat fields, keywords as one line, deprecation by its reason. */
export const listingFormSchema = moduleRefSchema
  .extend({
    title: listingFieldsSchema.shape.title,
    summary: listingFieldsSchema.shape.summary,
    visibility: listingFieldsSchema.shape.visibility,
    keywords: z.preprocess(
      (value) => (typeof value === 'string' ? value.split(/[\s,]+/).filter(Boolean) : value),
      listingFieldsSchema.shape.keywords,
    ),
    deprecatedReason: z.string().trim().max(300, 'At most 300 characters.').default(''),
    deprecatedReplacement: z.preprocess(emptyIsAbsent, replacement.optional()),
  })
  .strict()
  .transform(({ deprecatedReason, deprecatedReplacement, ...listing }) => ({
    ...listing,
    deprecated: deprecatedReason === '' ? null : { reason: deprecatedReason, replacement: deprecatedReplacement },
  }));
