import { z } from 'zod';
import type { DeviceCodeDto, DeviceTokenDto } from '@/types/device';
import { exactly } from './parts';

const seconds = z.number().int().min(1);

export const deviceCodeShape = exactly<DeviceCodeDto>()(
  z.object({
    device_code: z.string(),
    user_code: z.string().regex(/^[B-Z]{4}-[B-Z]{4}$/),
    verification_uri: z.url(),
    verification_uri_complete: z.url(),
    expires_in: seconds,
    interval: seconds,
  }),
).meta({ id: 'DeviceCode' });

export const deviceTokenShape = exactly<DeviceTokenDto>()(
  z.object({
    access_token: z.string().regex(/^dk_[\w-]+$/),
    token_type: z.literal('Bearer'),
    expires_in: seconds,
    scope: z.string().meta({ description: 'Scopes, separated by blanks.' }),
  }),
).meta({ id: 'DeviceToken' });
