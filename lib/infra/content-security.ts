import { createHash } from 'node:crypto';
import { env } from '@/lib/env';
import { hostedIdentityOrigin } from '@/lib/infra/local-issuer';
import { SCHEME_SOURCE } from '@/lib/utils/scheme-source';

/** The layout is shared with prerendered pages and knows no nonce, so its one inline script is allowed by its hash. */
const SCHEME_HASH = createHash('sha256').update(SCHEME_SOURCE).digest('base64');

/** Origin to which the browser sends archives: our S3 endpoint, or the bucket's own host. */
function storageOrigin(): string {
  const { S3_ENDPOINT, S3_BUCKET, S3_REGION } = env();
  return S3_ENDPOINT ? new URL(S3_ENDPOINT).origin : `https://${S3_BUCKET}.s3.${S3_REGION}.amazonaws.com`;
}

/** The policy of pages that are rendered for one person: scripts need the nonce of this very answer. */
export function signedInPolicy(nonce: string, development: boolean): string {
  const hosted = hostedIdentityOrigin();
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'sha256-${SCHEME_HASH}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data:${hosted ? ' https://img.clerk.com' : ''}`,
    ...(hosted ? ["worker-src 'self' blob:"] : []),
    "font-src 'self'",
    `connect-src 'self' ${storageOrigin()}${hosted ? ` ${hosted}` : ''}`,
    "object-src 'none'",
    "base-uri 'self'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join('; ');
}
