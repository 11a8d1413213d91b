import type { Operation } from '@/lib/http/operation';
import { createToken } from '@/lib/tokens/commands';
import type { Actor, TokenScope } from '@/types/actor';
import { judge } from './published';

type Handler = ((request: Request, context: { params: Promise<never> }) => Promise<Response>) & {
  operation?: Operation;
};
export type Answer = { status: number; headers: Headers; body: Record<string, unknown> };
type Call = {
  method?: string;
  token?: string;
  body?: unknown;
  raw?: string;
  query?: string;
  headers?: Record<string, string>;
};

/** A token of the person with these scopes. */
export const tokenOf = async (actor: Actor, scopes: TokenScope[] = ['read', 'publish', 'manage']): Promise<string> =>
  (await createToken({ name: 'test', scopes, days: 1 }, actor)).token;

/**
 * Calls a route's handler as Next would: with a request, and with the parts of its address. Whatever it answers is held
 * against the published OpenAPI document.
 */
export async function call(handler: unknown, params: Record<string, string>, options: Call = {}): Promise<Answer> {
  const { method = 'GET', token, body, raw, query = '', headers = {} } = options;
  const text = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  const request = new Request(`http://localhost:3000/api/v1/x${query}`, {
    method,
    headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
    ...(text === undefined ? {} : { body: text }),
  });
  const answer = await (handler as Handler)(request, { params: Promise.resolve(params as never) });
  const answered = await answer.text();
  const parsed = answered ? JSON.parse(answered) : undefined;
  const { operation } = handler as Handler;
  if (operation) judge(operation, { status: answer.status, headers: answer.headers, body: parsed });
  return { status: answer.status, headers: answer.headers, body: parsed ?? {} };
}
