import type { TokenScope } from './actor';

export const DEVICE_STATUSES = ['pending', 'approved', 'denied', 'redeemed'] as const;
export type DeviceStatus = (typeof DEVICE_STATUSES)[number];

/** What a person is shown of a program that asks to act for them. */
export type DeviceRequestDto = {
  /** As it is compared: `XXXX-XXXX`. */
  userCode: string;
  clientName: string;
  scopes: TokenScope[];
  address: string;
  createdAt: string;
  expiresAt: string;
  /** `mine`: decided by whoever looks. */
  state: 'pending' | 'expired' | 'approved-mine' | 'denied-mine' | 'used';
};

/** The answer of RFC 8628 to a program that begins. */
export type DeviceCodeDto = {
  device_code: string;
  user_code: string;
  verification_uri: string;
  verification_uri_complete: string;
  expires_in: number;
  interval: number;
};

/** The answer of RFC 6749 to a program that was approved. */
export type DeviceTokenDto = { access_token: string; token_type: 'Bearer'; expires_in: number; scope: string };
