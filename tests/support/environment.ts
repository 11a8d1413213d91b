/** A complete environment for tests of pure functions that ask for it. None of these engines exists. */
export const ENVIRONMENT = {
  APP_URL: 'https://dotkit.example',
  MONGODB_URI: 'mongodb://127.0.0.1:1/none',
  UPSTASH_REDIS_REST_URL: 'http://127.0.0.1:1',
  UPSTASH_REDIS_REST_TOKEN: 'redis-token-value',
  S3_BUCKET: 'dotkit',
  S3_REGION: 'us-east-1',
  S3_ENDPOINT: 'http://127.0.0.1:1',
  S3_FORCE_PATH_STYLE: 'true',
  S3_ACCESS_KEY_ID: 'key-id-value',
  S3_SECRET_ACCESS_KEY: 'secret-key-value',
  NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY: 'pk_test_publishable-value',
  CLERK_SECRET_KEY: 'sk_test_secret-value',
} as const;

/** Call it at the top of a file: the product reads its environment once, at the first use. */
export function pretendEnvironment(more: Record<string, string> = {}): void {
  Object.assign(process.env, ENVIRONMENT, more);
}
