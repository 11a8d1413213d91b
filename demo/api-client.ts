import { setTimeout as wait } from 'node:timers/promises';

const ATTEMPTS = 6;
const MAX_WAIT_SECONDS = 20;

/** A refusal of the API, with the stable code of its problem document. */
export class ApiProblem extends Error {
  readonly code: string;

  constructor(call: string, status: number, problem: { code?: unknown; detail?: unknown }) {
    super(`${call}: ${status} ${String(problem.detail ?? 'no reason given')}`);
    this.name = 'ApiProblem';
    this.code = typeof problem.code === 'string' ? problem.code : String(status);
  }
}

export type Call = (method: string, path: string, body?: unknown) => Promise<unknown>;

/** Busy and briefly absent are not refusals: worth another try after the time that the answer names. */
const isPassing = (status: number) => status === 429 || status === 503;

/** Calls `/api/v1` of the running site in the name of a token. The answer is the parsed body, null when there is none. */
export function apiClient(appUrl: string, token: string): Call {
  return async (method, path, body) => {
    const headers: Record<string, string> = { authorization: `Bearer ${token}`, accept: 'application/json' };
    if (body !== undefined) headers['content-type'] = 'application/json';
    for (let attempt = 1; ; attempt += 1) {
      const response = await fetch(new URL(`/api/v1${path}`, appUrl), {
        method,
        headers,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      if (response.ok) return response.status === 204 ? null : response.json();
      if (!isPassing(response.status) || attempt === ATTEMPTS) {
        const problem = (await response.json().catch(() => ({}))) as { code?: unknown; detail?: unknown };
        throw new ApiProblem(`${method} ${path}`, response.status, problem);
      }
      await response.body?.cancel();
      await wait(Math.min(Number(response.headers.get('retry-after') ?? attempt), MAX_WAIT_SECONDS) * 1000);
    }
  };
}
