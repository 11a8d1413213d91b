import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ERRORS } from '@/lib/errors';
import { methodNotAllowed } from '@/lib/http/method-not-allowed';
import { openapiDocument } from '@/lib/http/openapi';
import type { Operation } from '@/lib/http/operation';
import { OPERATIONS } from '@/lib/http/operations';
import { faultsOf } from '../support/published';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const API = join(import.meta.dirname, '../../app/api/v1');
const nameOf = ({ method, path }: Pick<Operation, 'method' | 'path'>) => `${method} ${path}`;

type Handler = { operation?: Operation };

/** What the routes below app/api/v1 take and refuse, by where their files lie. */
async function handlers(): Promise<{ at: string; handler: Handler }[]> {
  const files = readdirSync(API, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('route.ts'));
  const found = files
    .filter((file) => !file.startsWith('[...path]'))
    .map(async (file) => {
      const exported: Record<string, Handler> = await import(join(API, file));
      const path = `/${file
        .replace(/\/route\.ts$/, '')
        .replaceAll('[', '{')
        .replaceAll(']', '}')}`;
      return Object.entries(exported)
        .filter(([name]) => METHODS.includes(name))
        .map(([method, handler]) => ({ at: `${method} ${path}`, handler }));
    });
  return (await Promise.all(found)).flat();
}

describe('the OpenAPI document', () => {
  it('has an operation for each route, and a route for each operation', async () => {
    const all = await handlers();
    const routes = all.filter(({ handler }) => handler !== methodNotAllowed);
    expect(routes.length).toBeGreaterThan(20);
    expect(all.length % METHODS.length, 'every address answers to every method').toBe(0);
    expect(routes.map(({ at }) => at).sort()).toEqual(OPERATIONS.map(nameOf).sort());
    const strays = routes.filter(({ at, handler }) => !handler.operation || nameOf(handler.operation) !== at);
    expect(strays).toEqual([]);
    const described = Object.entries(openapiDocument().paths ?? {}).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described.sort()).toEqual(OPERATIONS.map(nameOf).sort());
  });

  it('names every operation once, and no code that is not in the table', () => {
    expect(new Set(OPERATIONS.map(({ id }) => id)).size).toBe(OPERATIONS.length);
    expect(OPERATIONS.flatMap(({ problems }) => problems).filter((code) => !(code in ERRORS))).toEqual([]);
  });

  it('holds no reference that leads nowhere, and nothing undescribed', () => {
    const document = openapiDocument();
    const text = JSON.stringify(document);
    const schemas = Object.keys(document.components?.schemas ?? {});
    const refs = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, name = '']) => name);
    expect(refs.filter((name) => !schemas.includes(name))).toEqual([]);
    expect(schemas.filter((name) => !refs.includes(name))).toEqual([]);
  });

  it('describes the parts of an address, what may be asked, and what a write takes', () => {
    const operation = (path: string, method: 'get' | 'post') => openapiDocument().paths?.[path]?.[method];
    const names = (path: string) =>
      (operation(path, 'get')?.parameters ?? []).map((each) => ('name' in each ? each.name : ''));
    expect(names('/modules/{namespace}/{name}')).toEqual(['namespace', 'name']);
    expect(names('/modules')).toEqual(expect.arrayContaining(['q', 'kind', 'sort', 'cursor', 'limit']));
    expect(operation('/uploads', 'post')?.requestBody).toMatchObject({ required: true });
    expect(operation('/uploads', 'post')?.security).toEqual([{ token: ['publish'] }]);
  });

  it('tells a wrong answer from a right one', () => {
    const suggest = OPERATIONS.find(({ id }) => id === 'suggest') as Operation;
    const headers = new Headers({
      ratelimit: '"x";r=1;t=1',
      'ratelimit-policy': '"x";q=1;w=1',
      'cache-control': 'no-store',
      etag: '"x"',
      'content-type': 'application/json',
    });
    const right = { namespace: 'ada', name: 'x', title: 'X', kind: 'prompt' };
    const faults = (body: unknown, status = 200, from = headers) => faultsOf(suggest, { status, headers: from, body });
    expect(faults([right])).toEqual([]);
    const without = new Headers(headers);
    without.delete('etag');
    for (const wrong of [
      faults([{ ...right, more: 1 }]),
      faults([{ ...right, kind: 'theme' }]),
      faults([{ ...right, title: undefined }]),
      faults({ items: [] }),
      faults([], 201),
      faults([], 200, without),
    ])
      expect(wrong).toHaveLength(1);
  });
});
