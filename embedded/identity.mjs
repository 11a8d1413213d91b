import { createPublicKey } from 'node:crypto';

/** A name that never resolves (RFC 2606): should anything try to reach Clerk, it fails at once and leaks nothing. */
const ISSUER_HOST = 'clerk.local.invalid';

/** Environment of the local issuer: Clerk's own code verifies its tokens with the public key given here. */
export function identityEnv(secrets) {
  const publicKey = createPublicKey(secrets.issuerPrivateKey).export({ type: 'spki', format: 'pem' });
  return {
    NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY: `pk_live_${Buffer.from(`${ISSUER_HOST}$`).toString('base64')}`,
    CLERK_SECRET_KEY: secrets.clerkSecretKey,
    CLERK_JWT_KEY: publicKey,
    LOCAL_ISSUER_PRIVATE_KEY: secrets.issuerPrivateKey.replaceAll('\n', '\\n'),
    CLERK_API_URL: 'http://127.0.0.1:9',
  };
}
