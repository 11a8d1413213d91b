import 'server-only';
import { createHash, createPrivateKey, randomBytes, sign } from 'node:crypto';
import { verifyToken } from '@clerk/backend';
import { env } from '@/lib/env';

/** A host that can never resolve (RFC 2606). Only keys for this host may be signed in with without a password. */
const LOCAL_HOST = 'clerk.local.invalid';
/** Where Clerk's middleware sends a browser whose token needs renewal: `<path>/v1/client/handshake`. */
export const LOCAL_FRONTEND_API = '/identity';
const SESSION_SECONDS = 12 * 3600;
const CLIENT_SECONDS = 30 * 86_400;
/** Not a session category: Clerk refuses the long-lived client record as a session token. */
const CLIENT_CATEGORY = 'cl_local_client';
const SESSION_CATEGORY = 'cl_B7d4PD111AAA';

const publishableKey = () => env().NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY;
const keyHost = () =>
  Buffer.from(publishableKey().split('_')[2] ?? '', 'base64')
    .toString()
    .replace(/\$$/, '');

/** Whether the passwordless local issuer is on: a private key is there and the publishable key is the local one. */
export const isLocalIdentity = () => env().LOCAL_ISSUER_PRIVATE_KEY !== undefined && keyHost() === LOCAL_HOST;

/** Where the hosted provider's scripts come from and answer; null while the local issuer is in charge. */
export const hostedIdentityOrigin = (): string | null => (isLocalIdentity() ? null : `https://${keyHost()}`);

const cookieSuffix = () => createHash('sha1').update(publishableKey()).digest('base64url').slice(0, 8);
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

function mint(
  userId: string,
  sessionId: string,
  category: string,
  seconds: number,
): { token: string; issuedAt: number } {
  const issuedAt = Math.floor(Date.now() / 1000);
  const header = { alg: 'RS256', typ: 'JWT', kid: 'ins_local', cat: category };
  const payload = {
    v: 2,
    iss: `https://${keyHost()}`,
    sub: userId,
    sid: sessionId,
    sts: 'active',
    fva: [0, -1],
    azp: new URL(env().APP_URL).origin,
    iat: issuedAt,
    nbf: issuedAt - 10,
    exp: issuedAt + seconds,
    jti: randomBytes(10).toString('hex'),
  };
  const data = `${encode(header)}.${encode(payload)}`;
  const key = createPrivateKey((env().LOCAL_ISSUER_PRIVATE_KEY ?? '').replace(/\\n/g, '\n'));
  return { token: `${data}.${sign('RSA-SHA256', Buffer.from(data), key).toString('base64url')}`, issuedAt };
}

export type IdentityCookie = { name: string; value: string; path: string; httpOnly: boolean; maxAgeSeconds: number };

const cookie = (
  name: string,
  value: string,
  maxAgeSeconds: number,
  more: Partial<IdentityCookie> = {},
): IdentityCookie => ({
  name,
  value,
  path: '/',
  httpOnly: true,
  maxAgeSeconds,
  ...more,
});

function sessionCookies(token: string, clientSince: number): IdentityCookie[] {
  return ['', `_${cookieSuffix()}`].flatMap((suffix) => [
    cookie(`__session${suffix}`, token, CLIENT_SECONDS),
    cookie(`__client_uat${suffix}`, String(clientSince), CLIENT_SECONDS, { httpOnly: false }),
  ]);
}

/** Cookies that sign a person in, as Clerk's own front end would set them. */
export function signInCookies(userId: string): IdentityCookie[] {
  const sessionId = `sess_local${randomBytes(12).toString('hex')}`;
  const session = mint(userId, sessionId, SESSION_CATEGORY, SESSION_SECONDS);
  const client = mint(userId, sessionId, CLIENT_CATEGORY, CLIENT_SECONDS);
  return [
    ...sessionCookies(session.token, session.issuedAt),
    cookie('__local_client', client.token, CLIENT_SECONDS, { path: LOCAL_FRONTEND_API }),
  ];
}

/** Cookies that sign a person out; a lifetime of 0 means: delete. */
export function signOutCookies(): IdentityCookie[] {
  return [
    ...['', `_${cookieSuffix()}`].flatMap((suffix) => [
      cookie(`__session${suffix}`, '', 0),
      cookie(`__client_uat${suffix}`, '0', CLIENT_SECONDS, { httpOnly: false }),
    ]),
    cookie('__local_client', '', 0, { path: LOCAL_FRONTEND_API }),
  ];
}

/** Renews an expired session from the client record, or signs out when the record is not one of ours. */
export async function renewedCookies(clientToken: string | undefined): Promise<IdentityCookie[]> {
  const jwtKey = env().CLERK_JWT_KEY;
  if (!clientToken || !jwtKey || categoryOf(clientToken) !== CLIENT_CATEGORY) return signOutCookies();
  try {
    const claims = await verifyToken(clientToken, { jwtKey, authorizedParties: [new URL(env().APP_URL).origin] });
    const { token } = mint(claims.sub, claims.sid, SESSION_CATEGORY, SESSION_SECONDS);
    return sessionCookies(token, claims.iat);
  } catch {
    return signOutCookies();
  }
}

function categoryOf(token: string): unknown {
  try {
    return JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()).cat;
  } catch {
    return undefined;
  }
}
