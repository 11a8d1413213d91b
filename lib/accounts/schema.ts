import { z } from 'zod';

export const USERNAME_PATTERN = /^[a-z0-9](?:[a-z0-9-]{0,37}[a-z0-9])?$/;

export const usernameSchema = z
  .string()
  .trim()
  .regex(USERNAME_PATTERN, 'Use 1 to 39 lower-case letters, digits or hyphens; begin and end with a letter or digit.');

export const profileSchema = z.strictObject({
  displayName: z.string().trim().max(80, 'At most 80 characters.'),
  bio: z.string().trim().max(300, 'At most 300 characters.'),
});
export type ProfileInput = z.infer<typeof profileSchema>;
