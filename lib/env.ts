import { z } from 'zod';

/** The only file of the app that reads `process.env`. Dynamic access keeps `next build` from inlining run-time values. */
const source: Record<string, string | undefined> = process.env;

const text = z.string().min(1);
const optional = text.optional();
/** A search engine is named with its key, or not at all: without one every process keeps its own index. */
const SEARCH = ['TYPESENSE_URL', 'TYPESENSE_API_KEY'] as const;
function wholeSearch(
  values: Partial<Record<(typeof SEARCH)[number], string | undefined>>,
  context: z.core.$RefinementCtx,
): void {
  const missing = SEARCH.filter((name) => values[name] === undefined);
  if (missing.length === 1) context.addIssue({ code: 'custom', path: missing, message: 'missing' });
}

const groups = {
  site: z.object({ APP_URL: z.url() }),
  database: z.object({
    MONGODB_URI: z.string().regex(/^mongodb(\+srv)?:\/\//, 'must start with mongodb:// or mongodb+srv://'),
  }),
  cache: z.object({ UPSTASH_REDIS_REST_URL: z.url(), UPSTASH_REDIS_REST_TOKEN: text }),
  storage: z.object({
    S3_BUCKET: text,
    S3_REGION: text,
    S3_ACCESS_KEY_ID: text,
    S3_SECRET_ACCESS_KEY: text,
    S3_ENDPOINT: z.url().optional(),
    S3_FORCE_PATH_STYLE: z.enum(['true', 'false', '1', '0']).optional(),
  }),
  identity: z.object({
    NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY: z.string().regex(/^pk_(live|test)_/, 'must start with pk_live_ or pk_test_'),
    CLERK_SECRET_KEY: z.string().regex(/^sk_(live|test)_/, 'must start with sk_live_ or sk_test_'),
    CLERK_JWT_KEY: optional,
    CLERK_WEBHOOK_SIGNING_SECRET: optional,
    LOCAL_ISSUER_PRIVATE_KEY: optional,
  }),
  search: z
    .object({ TYPESENSE_URL: z.url({ protocol: /^https?$/ }).optional(), TYPESENSE_API_KEY: optional })
    .superRefine(wholeSearch),
  operation: z.object({
    CRON_SECRET: optional,
    METRICS_TOKEN: optional,
    RATE_LIMIT_SCALE: z.coerce.number().positive().default(1),
    DOTKIT_EMBEDDED: z.string().default(''),
    DOTKIT_FAIL_POINT: optional,
  }),
};

const envSchema = z
  .object({
    ...groups.site.shape,
    ...groups.database.shape,
    ...groups.cache.shape,
    ...groups.storage.shape,
    ...groups.identity.shape,
    ...groups.search.shape,
    ...groups.operation.shape,
  })
  .superRefine(wholeSearch);

export type Env = z.infer<typeof envSchema>;

/**
 * Checks every group and reports all of its faults at once.
 * Throws an Error whose message names each missing or malformed variable; never echoes a value.
 */
export function parseEnv(values: Record<string, string | undefined>): Env {
  const filled = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = envSchema.safeParse(filled);
  if (parsed.success) return parsed.data;
  const faults = Object.entries(groups).flatMap(([group, schema]) => {
    const result = schema.safeParse(filled);
    if (result.success) return [];
    return result.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      return `${name} (${group}): ${filled[name] === undefined ? 'missing' : issue.message}`;
    });
  });
  throw new Error(`The environment is not complete:\n  ${faults.join('\n  ')}`);
}

let loaded: Env | undefined;

const isBuild = () => source.NEXT_PHASE === 'phase-production-build';

/** `next build` writes the public key into its output wherever it is set, so a build that serves every identity has none. */
const BUILD_KEY = { NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY: 'pk_live_none' };

/** The checked environment. Throws as `parseEnv` does, at the first use. */
export function env(): Env {
  loaded ??= parseEnv(isBuild() ? { ...BUILD_KEY, ...source } : source);
  return loaded;
}

/** `next build` may run where no engine is reachable; pages then prerender their empty state. */
export const isBuildWithoutEngines = () => isBuild() && !source.MONGODB_URI;

/** Where the site answers, for absolute addresses in pages; null in a build that is not told. */
export const siteUrl = (): URL | null => (source.APP_URL ? new URL(source.APP_URL) : null);

export const isProduction = () => source.NODE_ENV === 'production';

export const isEmbedded = (engine: 'mongodb' | 'redis' | 's3' | 'identity') =>
  env().DOTKIT_EMBEDDED.split(',').includes(engine);
