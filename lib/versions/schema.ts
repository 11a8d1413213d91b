import { z } from 'zod';
import { parseRef } from '@/lib/manifest/names';
import { isStrictVersion } from '@/lib/manifest/versions';
import { VISIBILITIES } from '@/types/module';

export const versionSchema = z
  .string()
  .max(128)
  .refine(isStrictVersion, { error: 'Not a version of semver 2.0.0, such as 1.4.0.' });

/** `POST /uploads`: what is announced before any byte is sent. `size` in bytes, `sha256` in hex. */
export const startUploadSchema = z.strictObject({
  name: z.string().refine((text) => parseRef(text) !== null, { error: 'Write it as @name/module, in lower case.' }),
  version: versionSchema,
  size: z.number().int().min(1, 'The archive is empty.'),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'The SHA-256 of the archive, as 64 hex digits.'),
  visibility: z.enum(VISIBILITIES).optional(),
});
export type StartUploadInput = z.infer<typeof startUploadSchema>;

export const uploadIdSchema = z.strictObject({
  uploadId: z.string().regex(/^upl_[A-Za-z0-9_-]{22}$/, 'Not an upload id.'),
});
export type UploadIdInput = z.infer<typeof uploadIdSchema>;

const reason = z.string().trim().min(1, 'Say why.').max(300, 'At most 300 characters.');
const versionRef = { namespace: z.string().min(1).max(39), name: z.string().min(1).max(64), version: versionSchema };
export const yankSchema = z.strictObject({ ...versionRef, reason });
export type YankInput = z.infer<typeof yankSchema>;
export const versionRefSchema = z.strictObject(versionRef);
export type VersionRefInput = z.infer<typeof versionRefSchema>;
/** The body of the REST call; the rest of a yank is in its address. */
export const yankBodySchema = z.strictObject({ reason });

/** The publish form without JavaScript: the archive comes with the form. */
export const publishFormSchema = startUploadSchema
  .pick({ name: true, version: true })
  .extend({
    visibility: z.enum(VISIBILITIES).default('public'),
    archive: z.file('Choose a .tgz archive.').min(1, 'Choose a .tgz archive.'),
  })
  .strict();
export type PublishFormInput = z.infer<typeof publishFormSchema>;
