import { describe, expect, it } from 'vitest';
import { parseEnv } from '@/lib/env';
import { ENVIRONMENT } from '../support/environment';

const without = (...names: string[]) =>
  Object.fromEntries(Object.entries(ENVIRONMENT).filter(([name]) => !names.includes(name)));

const faultsOf = (values: Record<string, string | undefined>): string => {
  try {
    parseEnv(values);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

const REQUIRED = Object.keys(without('S3_ENDPOINT', 'S3_FORCE_PATH_STYLE'));

it('takes a complete environment, with defaults for what is optional', () => {
  expect(parseEnv(ENVIRONMENT)).toMatchObject({ ...ENVIRONMENT, RATE_LIMIT_SCALE: 1, DOTKIT_EMBEDDED: '' });
  expect(parseEnv(without('S3_ENDPOINT', 'S3_FORCE_PATH_STYLE')).S3_ENDPOINT).toBeUndefined();
});

it.each(REQUIRED)('names %s when it is missing, and when it is empty', (name) => {
  expect(faultsOf(without(name))).toMatch(
    new RegExp(`^The environment is not complete:\\n  ${name} \\([a-z]+\\): missing$`),
  );
  expect(faultsOf({ ...ENVIRONMENT, [name]: '' })).toContain(`${name} (`);
});

it.each([
  ['database', ['MONGODB_URI']],
  ['cache', ['UPSTASH_REDIS_REST_URL', 'UPSTASH_REDIS_REST_TOKEN']],
  ['storage', ['S3_BUCKET', 'S3_REGION', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY']],
  ['identity', ['NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY', 'CLERK_SECRET_KEY']],
])('names everything that a %s group configured by half lacks, at once', (group, names) => {
  for (const given of names) {
    const lacking = names.filter((name) => name !== given);
    const faults = faultsOf(without(...lacking));
    expect(faults.split('\n').slice(1)).toEqual(lacking.map((name) => `  ${name} (${group}): missing`));
  }
});

it('takes a search engine with its key, or none, and names the half that is missing', () => {
  const search = { TYPESENSE_URL: 'https://search.example', TYPESENSE_API_KEY: 'search-key-value' };
  expect(parseEnv({ ...ENVIRONMENT, ...search })).toMatchObject(search);
  expect(parseEnv({ ...ENVIRONMENT, TYPESENSE_URL: '', TYPESENSE_API_KEY: '' }).TYPESENSE_URL).toBeUndefined();
  for (const name of Object.keys(search)) {
    const faults = faultsOf({ ...ENVIRONMENT, ...search, [name]: '' });
    expect(faults.split('\n').slice(1)).toEqual([`  ${name} (search): missing`]);
    expect(faults).not.toContain('search-key-value');
  }
});

it('names the faults of all groups together', () => {
  expect(faultsOf({}).match(/: missing/g)).toHaveLength(REQUIRED.length);
});

describe('a malformed value', () => {
  it.each([
    ['APP_URL', 'dotkit.example'],
    ['MONGODB_URI', 'postgres://user:hunter2@host/db'],
    ['UPSTASH_REDIS_REST_URL', 'hunter2'],
    ['S3_ENDPOINT', 'hunter2'],
    ['S3_FORCE_PATH_STYLE', 'hunter2'],
    ['NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY', 'hunter2'],
    ['CLERK_SECRET_KEY', 'hunter2'],
    ['RATE_LIMIT_SCALE', 'hunter2'],
    ['RATE_LIMIT_SCALE', '-1'],
  ])('of %s is named, and never shown', (name, value) => {
    const faults = faultsOf({ ...ENVIRONMENT, [name]: value });
    expect(faults).toContain(`${name} (`);
    expect(faults.split('\n')).toHaveLength(2);
    expect(faults).not.toContain('hunter2');
    for (const secret of Object.values(ENVIRONMENT)) if (secret.length > 8) expect(faults).not.toContain(secret);
  });
});
