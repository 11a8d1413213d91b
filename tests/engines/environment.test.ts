import { describe, expect, test } from 'vitest';
import { nextSuite, parseSources } from '../../embedded/apt-sources.mjs';
import { composeEnv, enginesToStart } from '../../scripts/lib/environment.mjs';

describe('which engines are embedded', () => {
  test('all of them when nothing is set, none when everything is', () => {
    expect(enginesToStart({})).toEqual(['mongodb', 'redis', 's3', 'identity']);
    expect(
      enginesToStart({
        MONGODB_URI: 'mongodb://x',
        UPSTASH_REDIS_REST_URL: 'https://x',
        UPSTASH_REDIS_REST_TOKEN: 'x',
        S3_BUCKET: 'x',
        S3_REGION: 'x',
        S3_ACCESS_KEY_ID: 'x',
        S3_SECRET_ACCESS_KEY: 'x',
        NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY: 'x',
        CLERK_SECRET_KEY: 'x',
      }),
    ).toEqual([]);
  });

  test('each group stands for itself, and an empty value is none', () => {
    expect(enginesToStart({ MONGODB_URI: 'mongodb://x', S3_BUCKET: '' })).toEqual(['redis', 's3', 'identity']);
  });

  test.each([
    [{ UPSTASH_REDIS_REST_TOKEN: 'x' }, /UPSTASH_REDIS_REST_URL missing/],
    [{ S3_BUCKET: 'x', S3_REGION: 'x' }, /S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY missing/],
    [{ TYPESENSE_URL: 'x' }, /TYPESENSE_API_KEY missing/],
    [{ TYPESENSE_API_KEY: 'secret-value' }, /TYPESENSE_URL missing/],
    [{ S3_ENDPOINT: 'x' }, /S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY missing/],
    [{ CLERK_SECRET_KEY: 'secret-value' }, /NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY missing/],
  ])('%j is refused with the names of what is missing, and no value', (env, message) => {
    expect(() => enginesToStart(env)).toThrow(message);
    expect(() => enginesToStart(env)).not.toThrow(/secret-value/);
  });

  test('limits are wide only where the identity is embedded', () => {
    expect(composeEnv({ DOTKIT_EMBEDDED: 'mongodb,identity' }, 'http://x').RATE_LIMIT_SCALE).toBe('100');
    expect(composeEnv({ DOTKIT_EMBEDDED: 'mongodb' }, 'http://x').RATE_LIMIT_SCALE).toBeUndefined();
  });
});

describe('where a newer C library comes from', () => {
  test('the sources of this machine can be read', () => {
    for (const { uri, suites } of parseSources('/etc/apt')) {
      expect(uri).toMatch(/^[a-z+]+:/);
      expect(suites.length).toBeGreaterThan(0);
    }
  });

  test('only distributions that were tried are served', () => {
    expect(nextSuite({ ID: 'debian', VERSION_CODENAME: 'bookworm' })).toBe('trixie');
    expect(nextSuite({ ID: 'ubuntu', VERSION_CODENAME: 'jammy' })).toBe('noble');
    expect(nextSuite({ ID: 'fedora', VERSION_CODENAME: '' })).toBeNull();
  });
});
