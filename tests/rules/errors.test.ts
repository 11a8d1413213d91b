import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DomainError, ERRORS, type ErrorCode } from '@/lib/errors';
import { problem, problemOf } from '@/lib/http/problem';

const codes = Object.keys(ERRORS) as ErrorCode[];

describe('the table of refusals', () => {
  it.each(codes)('%s has a status of its kind and a sentence', (code) => {
    const [status, sentence] = ERRORS[code];
    expect(status).toBeGreaterThanOrEqual(400);
    expect([500, 503].includes(status) || status < 500).toBe(true);
    expect(sentence).toMatch(/^[A-Z@“].+[.}]$/);
  });

  it('holds no refusal that nothing throws', () => {
    const lib = join(import.meta.dirname, '../..');
    const files = ['lib', 'app'].flatMap((folder) =>
      readdirSync(join(lib, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.tsx?$/.test(file) && file !== 'errors.ts')
        .map((file) => readFileSync(join(lib, folder, file), 'utf8')),
    );
    const source = files.join('\n');
    const unused = codes.filter((code) => !new RegExp(`['"]${code}['"]`).test(source));
    expect(unused).toEqual([]);
  });
});

describe('a refusal', () => {
  it('fills its sentence and leaves no mark behind', () => {
    const error = new DomainError('version_exists', { namespace: 'ada', name: 'tool', version: '1.0.0' });
    expect([error.status, error.message]).toEqual([409, expect.stringMatching(/^@ada\/tool 1\.0\.0 exists already/)]);
    expect(new DomainError('yanked').message).not.toContain('{');
  });

  it('does not fill a mark that came with a value', () => {
    expect(new DomainError('yanked', { reason: '{reason} {namespace}' }).message).toBe(
      'This version was yanked: {reason} {namespace}',
    );
  });

  it('says when to come back', () => {
    expect(new DomainError('storage_down').retryAfterSeconds).toBe(5);
    expect(new DomainError('not_found').retryAfterSeconds).toBeUndefined();
  });

  it('is a problem document that says nothing of its cause', async () => {
    const cause = new Error('connect ECONNREFUSED secret-host');
    const fields = [{ path: 'name', message: 'No.' }];
    const answer = problemOf(new DomainError('database_down', {}, { cause, fields }));
    expect([answer.status, answer.headers.get('content-type')]).toEqual([503, 'application/problem+json']);
    expect([answer.headers.get('retry-after'), answer.headers.get('cache-control')]).toEqual(['5', 'no-store']);
    const body = await answer.text();
    expect(JSON.parse(body)).toMatchObject({
      type: '/docs/api/errors#database_down',
      status: 503,
      code: 'database_down',
      errors: fields,
    });
    expect(body).not.toContain('secret-host');
  });

  it.each(codes)('%s has a title without marks', async (code) => {
    const body = (await problem(code).json()) as { title: string };
    expect(body.title.length).toBeGreaterThan(3);
    expect(body.title).not.toMatch(/[{}]/);
  });
});
