import { CliError, EXIT } from '../errors';
import { fields, numberIn, textIn } from './answers';
import type { RegistryClient } from './client';
import { pause } from './patience';
import { RegistryRefusal } from './problem';

const GRANT_TYPE = 'urn:ietf:params:oauth:grant-type:device_code';
const CLIENT_ID = 'dotkit';
/** Seconds. RFC 8628 names five for a registry that says nothing, and five more each time that it asks for patience. */
const DEFAULT_INTERVAL = 5;
const SLOWER_BY = 5;
const LONGEST_INTERVAL = 60;
const LONGEST_WAIT = 3600;

export type DeviceCode = {
  deviceCode: string;
  /** What the person compares, or types at `page`. */
  userCode: string;
  page: string;
  /** The page with the code in it. */
  completePage: string;
  expiresInSeconds: number;
  intervalSeconds: number;
};

const isWebAddress = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

/** Asks for a code that the person then approves in a browser (RFC 8628). @throws CliError */
export async function startDeviceFlow(
  client: RegistryClient,
  clientName: string,
  scopes: readonly string[],
): Promise<DeviceCode> {
  const form = { client_id: CLIENT_ID, client_name: clientName, scopes: scopes.join(' ') };
  const answer = fields(await client.postForm('/device/code', form), 'the device code');
  const page = textIn(answer, 'verification_uri');
  const complete = answer.verification_uri_complete;
  if (!isWebAddress(page))
    throw new CliError('bad_answer', EXIT.failure, 'The registry names no page on which to sign in.');
  return {
    deviceCode: textIn(answer, 'device_code'),
    userCode: textIn(answer, 'user_code'),
    page,
    completePage: typeof complete === 'string' && isWebAddress(complete) ? complete : page,
    expiresInSeconds: Math.min(numberIn(answer, 'expires_in'), LONGEST_WAIT),
    intervalSeconds: answer.interval === undefined ? DEFAULT_INTERVAL : numberIn(answer, 'interval'),
  };
}

/** Seconds to wait after a question that gave no token. @throws CliError what ends the waiting: access_denied, expired_token (1) … */
export function nextInterval(error: unknown, interval: number): number {
  if (error instanceof CliError && error.code === 'registry_unreachable') return interval * 2;
  if (!(error instanceof RegistryRefusal)) throw error;
  const reason = error.oauth ?? error.code;
  if (reason === 'authorization_pending') return interval;
  if (reason === 'slow_down' || error.status === 429 || error.status === 503)
    return Math.max(interval + SLOWER_BY, error.retryAfterSeconds ?? 0);
  if (reason === 'access_denied')
    throw new CliError('access_denied', EXIT.failure, 'The request was denied in the browser. You are not signed in.');
  if (reason === 'expired_token') throw expired();
  throw error;
}

const expired = (): CliError =>
  new CliError('expired_token', EXIT.failure, 'The code has expired before anybody approved it.', [
    'Start again with: dotkit login',
  ]);

/** Asks, as slowly as the registry wants it, until the person has decided. @throws CliError access_denied, expired_token (1) */
export async function awaitToken(
  client: RegistryClient,
  code: DeviceCode,
  now: () => number = Date.now,
): Promise<string> {
  const form = { client_id: CLIENT_ID, grant_type: GRANT_TYPE, device_code: code.deviceCode };
  const end = now() + code.expiresInSeconds * 1000;
  let interval = Math.min(Math.max(code.intervalSeconds, 0), LONGEST_INTERVAL);
  for (;;) {
    await pause(interval * 1000);
    if (now() >= end) throw expired();
    try {
      const answer = fields(await client.postForm('/device/token', form), 'the token');
      return textIn(answer, 'access_token');
    } catch (error) {
      interval = Math.min(nextInterval(error, interval), LONGEST_INTERVAL);
    }
  }
}
