import type { z } from 'zod';
import type { ErrorCode } from '@/lib/errors';
import type { LimitName } from '@/lib/infra/rate-limit';
import type { Actor, TokenScope } from '@/types/actor';

export const GROUPS = ['modules', 'versions', 'uploads', 'collections', 'people', 'device', 'about'] as const;
export type Group = (typeof GROUPS)[number];

/** What a runnable example fills in. Texts may hold shell variables such as `$DOTKIT_USER`. */
export type Example = {
  path?: Record<string, string>;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  /** The body as it is typed: JSON, or a form for operations that take one. */
  body?: string;
};

/**
 * One operation of the REST API. The route that serves it, the OpenAPI document and the reference pages read this same
 * value, so none of them can say anything else than the others.
 */
export type Operation = {
  id: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api/v1`; parts that vary stand in braces and are named as their folders in `app/api/v1`. */
  path: `/${string}`;
  group: Group;
  summary: string;
  description: string;
  /** `somebody`: a token, or for reads in a browser the person signed in. */
  caller: 'anyone' | 'somebody';
  /** What a token must be good for; null where tokens play no part. */
  scope: TokenScope | null;
  /** `read`: by token or by address, as the caller has one. */
  limit: LimitName | 'read';
  query?: z.ZodObject;
  body?: z.ZodType;
  isBodyOptional?: true;
  /** Takes the body as a form too, and names its refusals in the member `error`, as OAuth clients expect. */
  isOAuth?: true;
  status: 200 | 201 | 202 | 204;
  /** Null for an answer without a body. */
  answer: z.ZodType | null;
  /** Hands out a link: as 307, or as JSON to callers who ask for that. */
  redirects?: true;
  /** Refusals of this operation's own; those that every operation may answer are not repeated here. */
  problems: readonly ErrorCode[];
  example: Example;
};

type ParamNames<Path> = Path extends `${string}{${infer Name}}${infer Rest}` ? Name | ParamNames<Rest> : never;

/** What the code of an operation is given, each part already checked. */
export type Call<O extends Operation> = {
  request: Request;
  params: { [Name in ParamNames<O['path']>]: string };
  actor: O['caller'] extends 'somebody' ? Actor : Actor | null;
  query: O extends { query: infer S extends z.ZodType } ? z.output<S> : Record<string, never>;
  body: O extends { body: infer S extends z.ZodType }
    ? z.output<S> | (O extends { isBodyOptional: true } ? undefined : never)
    : undefined;
};

/** What the code of an operation must answer: the published shape, or nothing where there is none. */
export type AnswerOf<O extends Operation> = O['answer'] extends z.ZodType
  ? Promise<z.output<O['answer']> | (O extends { redirects: true } ? Response : never)>
  : Promise<void>;

/** Keeps the exact type of an operation, which the route is then held to. */
export const defineOperation = <const O extends Operation>(operation: O): O => operation;
