import { deviceCodeSchema, deviceTokenSchema } from '@/lib/devices/schema';
import { deviceCodeShape, deviceTokenShape } from '@/lib/http/shapes/device';
import { defineOperation } from '../operation';

export const startDevice = defineOperation({
  id: 'startDevice',
  method: 'POST',
  path: '/device/code',
  group: 'device',
  summary: 'Begin to sign in on a device',
  description:
    'RFC 8628. Show the person `user_code` and `verification_uri`; keep `device_code`. Scopes are `read` unless you ask for others. Takes JSON, or a form with `scopes` in one text with blanks.',
  caller: 'anyone',
  scope: null,
  limit: 'signIn',
  body: deviceCodeSchema,
  isOAuth: true,
  status: 200,
  answer: deviceCodeShape,
  problems: [],
  example: { body: '{"client_name": "my script", "scopes": ["read"]}' },
});

export const redeemDevice = defineOperation({
  id: 'redeemDevice',
  method: 'POST',
  path: '/device/token',
  group: 'device',
  summary: 'Ask for the token of a device',
  description:
    'RFC 8628. Ask every `interval` seconds until the person has decided; a code gives one token, once. Refusals carry their RFC name in `error` beside our `code`.',
  caller: 'anyone',
  scope: null,
  limit: 'anonymousRead',
  body: deviceTokenSchema,
  isOAuth: true,
  status: 200,
  answer: deviceTokenShape,
  problems: [
    'authorization_pending',
    'slow_down',
    'access_denied',
    'expired_token',
    'invalid_grant',
    'unsupported_grant_type',
  ],
  example: {
    body: '{"grant_type": "urn:ietf:params:oauth:grant-type:device_code", "device_code": "$DEVICE_CODE"}',
  },
});
