import { z } from 'zod';
import { NAMESPACE_PATTERN } from '@/lib/manifest/names';

export const usernameSchema = z
  .string()
  .trim()
  .regex(NAMESPACE_PATTERN, 'Use 1 to 39 lower-case letters, digits or hyphens; begin and end with a letter or digit.');

export const profileSchema = z.strictObject({
  displayName: z.string().trim().max(80, 'At most 80 characters.'),
  bio: z.string().trim().max(300, 'At most 300 characters.'),
});
export type ProfileInput = z.infer<typeof profileSchema>;
