import { z } from 'zod';
import { TOKEN_SCOPES } from '@/types/actor';

const asList = (value: unknown) => (typeof value === 'string' ? value.split(' ').filter(Boolean) : value);

/** Clients of RFC 8628 must send one; every client is public here, so it changes nothing. */
const clientId = z
  .string()
  .max(200)
  .optional()
  .meta({ description: 'Taken and not used: there is nothing to register.' });
const scopes = z.array(z.enum(TOKEN_SCOPES)).min(1, 'Ask for at least one scope.').max(9);

/** `POST /device/code`, as JSON or as a form, where `scopes` is one text with blanks. */
export const deviceCodeSchema = z.strictObject({
  client_id: clientId,
  client_name: z
    .string()
    .trim()
    .min(1, 'Name the program.')
    .max(60, 'At most 60 characters.')
    // Shown to whoever decides: nothing in it may hide or turn around what stands beside it.
    .regex(/^[^\p{C}]*$/u, 'No control or invisible characters.')
    .default('a program'),
  scopes: z.preprocess(asList, scopes).default(['read']),
});
export type DeviceCodeInput = z.output<typeof deviceCodeSchema>;

/** `POST /device/token`, in the words of RFC 8628. */
export const deviceTokenSchema = z.strictObject({
  grant_type: z.string().max(200).meta({ example: 'urn:ietf:params:oauth:grant-type:device_code' }),
  device_code: z.string().min(1).max(200),
  client_id: clientId,
});
export type DeviceTokenInput = z.output<typeof deviceTokenSchema>;

/** What the approval page posts. */
export const decideDeviceSchema = z.strictObject({
  user_code: z.string().max(40),
  decision: z.enum(['approve', 'deny'], { error: 'Approve or deny.' }),
});
export type DecideDeviceInput = z.output<typeof decideDeviceSchema>;
