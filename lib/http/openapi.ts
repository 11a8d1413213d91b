import 'server-only';
import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiResponsesObject } from 'zod-openapi';
import { ERRORS, type ErrorCode } from '@/lib/errors';
import { curlOf } from './curl';
import type { Operation } from './operation';
import { OPERATIONS } from './operations';
import { problemsOf } from './problems-of';
import { problemShape } from './shapes/problem';

const limitHeaders = {
  RateLimit: z
    .string()
    .meta({ description: 'The limit that counted, `r` requests left, `t` seconds until it resets.' }),
  'RateLimit-Policy': z.string().meta({ description: '`q` requests in `w` seconds.' }),
  'Cache-Control': z.string(),
};
const etag = { ETag: z.string().meta({ description: 'Goes into `If-None-Match`.' }) };

const GROUP_NAMES: Record<Operation['group'], string> = {
  modules: 'Find, read and edit modules.',
  versions: 'Read, download, yank versions.',
  uploads: 'Publish: announce an archive, send it, follow its verification.',
  collections: 'Lists of modules, your own and other people’s.',
  people: 'Profiles, and who you are.',
  device: 'Sign in on a device without a browser, RFC 8628.',
  about: 'This API about itself.',
};

function problemResponses(operation: Operation): ZodOpenApiResponsesObject {
  const codes = problemsOf(operation);
  const statuses = [...new Set(codes.map((code) => ERRORS[code][0]))].sort();
  const of = (status: number) => codes.filter((code) => ERRORS[code][0] === status);
  return Object.fromEntries(statuses.map((status) => [String(status), problemResponse(operation, status, of(status))]));
}

function problemResponse(operation: Operation, status: number, codes: ErrorCode[]) {
  const schema = problemShape.extend({
    code: z.enum(codes),
    status: z.literal(status),
    ...(operation.isOAuth
      ? { error: z.string().meta({ description: 'The name that RFC 6749 or 8628 gives it.' }) }
      : {}),
  });
  const headers = {
    ...limitHeaders,
    ...(status === 401 ? { 'WWW-Authenticate': z.string() } : {}),
    ...(status === 429 || status === 503 ? { 'Retry-After': z.string().regex(/^\d+$/) } : {}),
  };
  return {
    description: codes.map((code) => `\`${code}\``).join(', '),
    headers: z.object(headers),
    content: { 'application/problem+json': { schema } },
  };
}

function successResponses(operation: Operation): ZodOpenApiResponsesObject {
  const { status, answer, summary, method } = operation;
  const headers = z.object({ ...limitHeaders, ...(method === 'GET' ? etag : {}) });
  return {
    [String(status)]: {
      description: summary,
      headers,
      ...(answer ? { content: { 'application/json': { schema: answer } } } : {}),
    },
    ...(method === 'GET' && !operation.redirects ? { '304': { description: 'You have it already.', headers } } : {}),
    ...(operation.redirects
      ? {
          '307': {
            description: 'The link, for callers who do not ask for JSON.',
            headers: headers.extend({ Location: z.string() }),
          },
        }
      : {}),
  } as ZodOpenApiResponsesObject;
}

const security = ({ caller, scope }: Operation) => {
  if (scope === null) return [];
  return caller === 'somebody' ? [{ token: [scope] }] : [{}, { token: [scope] }];
};

const pathOf = ({ path }: Operation) =>
  z.object(Object.fromEntries([...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, z.string()])));

const idempotencyKey = z.object({
  'Idempotency-Key': z
    .string()
    .optional()
    .meta({ description: 'Makes a write happen once, however often it is sent within a day.' }),
});

function toOpenapi(operation: Operation): ZodOpenApiOperationObject {
  const { id, group, summary, description, method, path, query, body, isBodyOptional, isOAuth, caller } = operation;
  const content = body
    ? {
        'application/json': { schema: body },
        ...(isOAuth ? { 'application/x-www-form-urlencoded': { schema: body } } : {}),
      }
    : {};
  const isKeyed = method !== 'GET' && caller === 'somebody';
  return {
    operationId: id,
    tags: [group],
    summary,
    description,
    security: security(operation),
    requestParams: {
      ...(path.includes('{') ? { path: pathOf(operation) } : {}),
      ...(query ? { query } : {}),
      ...(isKeyed ? { header: idempotencyKey } : {}),
    },
    ...(body ? { requestBody: { required: !isBodyOptional, content } } : {}),
    responses: { ...successResponses(operation), ...problemResponses(operation) },
    'x-codeSamples': [{ lang: 'Shell', label: 'curl', source: curlOf(operation) }],
    'x-limit': operation.limit,
  };
}

function build() {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const operation of OPERATIONS)
    paths[operation.path] = { ...paths[operation.path], [operation.method.toLowerCase()]: toOpenapi(operation) };
  return createDocument(
    {
      openapi: '3.1.0',
      info: {
        title: 'dotkit REST API',
        version: '1.0.0',
        description:
          'Search, read, download and publish dotfile modules. Fields may be added to answers, never removed or renamed.',
        license: { name: 'MIT', identifier: 'MIT' },
      },
      servers: [{ url: '/api/v1' }],
      tags: Object.entries(GROUP_NAMES).map(([name, description]) => ({ name, description })),
      components: {
        securitySchemes: {
          token: { type: 'http', scheme: 'bearer', bearerFormat: 'dk_…', description: 'An API token.' },
        },
      },
      paths,
    },
    {
      // Answers may grow: a client that was generated from this document must not refuse a field that it does not know.
      override: ({ jsonSchema, io }) => {
        if (io === 'output' && jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
      },
    },
  );
}

let built: ReturnType<typeof build> | undefined;

/** The OpenAPI 3.1 document of the API, made of the very schemas that parse its input and prove its answers. */
export const openapiDocument = (): ReturnType<typeof build> => {
  built ??= build();
  return built;
};
