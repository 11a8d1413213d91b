import { z } from 'zod';
import { TOKEN_SCOPES } from '@/types/actor';

const asList = (value: unknown) => (typeof value === 'string' ? [value] : value);

export const createTokenSchema = z.strictObject({
  name: z.string().trim().min(1, 'Give the token a name.').max(60, 'At most 60 characters.'),
  scopes: z.preprocess(asList, z.array(z.enum(TOKEN_SCOPES)).min(1, 'Choose at least one scope.')),
  days: z.coerce
    .number()
    .int('A whole number.')
    .min(1, 'From 1 to 365 days.')
    .max(365, 'From 1 to 365 days.')
    .default(90),
});
export type CreateTokenInput = z.infer<typeof createTokenSchema>;

export const revokeTokenSchema = z.strictObject({ id: z.string().regex(/^[0-9a-f]{24}$/, 'Not a token id.') });
export type RevokeTokenInput = z.infer<typeof revokeTokenSchema>;
