import 'server-only';
import type { z } from 'zod';
import { DomainError } from '@/lib/errors';
import { parseInput } from '@/lib/parse-input';

const MAX_BODY_BYTES = 64 * 1024;

/** The query string as an object; a parameter given twice becomes a list, which single-valued schemas refuse. */
function parametersOf(request: Request): Record<string, string | string[]> {
  const { searchParams } = new URL(request.url);
  return Object.fromEntries(
    [...new Set(searchParams.keys())].map((key) => {
      const values = searchParams.getAll(key);
      return [key, values.length > 1 ? values : (values[0] ?? '')];
    }),
  );
}

/** Throws `invalid_input` for unknown, malformed and out-of-range parameters. */
export const parseQuery = <S extends z.ZodType>(request: Request, schema: S): z.output<S> =>
  parseInput(schema, parametersOf(request));

/** The JSON body of a request. Throws `invalid_input`, `body_too_large`. */
export async function parseBody<S extends z.ZodType>(request: Request, schema: S): Promise<z.output<S>> {
  const bytes = await readAtMost(request, MAX_BODY_BYTES);
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new DomainError('invalid_input', {}, { fields: [{ path: '', message: 'The body is not JSON in UTF-8.' }] });
  }
  return parseInput(schema, value);
}

async function readAtMost(request: Request, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  for (;;) {
    const step = await reader?.read();
    if (!step || step.done) return Buffer.concat(chunks);
    length += step.value.byteLength;
    if (length > limit) throw new DomainError('body_too_large');
    chunks.push(step.value);
  }
}
