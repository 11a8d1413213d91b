import 'server-only';
import { z } from 'zod';
import { DomainError } from '@/lib/errors';
import { parseInput } from '@/lib/parse-input';

const MAX_BODY_BYTES = 64 * 1024;
const FORM = 'application/x-www-form-urlencoded';
const nothing = z.strictObject({});

/** Parameters as an object; one given twice becomes a list, which single-valued schemas refuse. */
function fieldsOf(parameters: URLSearchParams): Record<string, string | string[]> {
  return Object.fromEntries(
    [...new Set(parameters.keys())].map((key) => {
      const values = parameters.getAll(key);
      return [key, values.length > 1 ? values : (values[0] ?? '')];
    }),
  );
}

/** Throws `invalid_input` for unknown, malformed and out-of-range parameters. */
export const parseQuery = <S extends z.ZodType>(request: Request, schema: S): z.output<S> =>
  parseInput(schema, fieldsOf(new URL(request.url).searchParams));

/** As `parseQuery`; without a schema every parameter is unknown. */
export const parseParameters = (request: Request, schema: z.ZodType = nothing): unknown => parseQuery(request, schema);

const utf8 = new TextDecoder('utf-8', { fatal: true });

function readValue(bytes: Uint8Array, isForm: boolean): unknown {
  try {
    const text = utf8.decode(bytes);
    return isForm ? fieldsOf(new URLSearchParams(text)) : JSON.parse(text);
  } catch {
    throw new DomainError('invalid_input', {}, { fields: [{ path: '', message: 'The body is not JSON in UTF-8.' }] });
  }
}

type Bodied = { body?: z.ZodType; isBodyOptional?: true; isOAuth?: true };

/** The body of a request as its operation takes it. Throws `invalid_input`. */
export function bodyOf({ body, isBodyOptional, isOAuth }: Bodied, request: Request, bytes: Uint8Array): unknown {
  if (isBodyOptional && bytes.byteLength === 0) return undefined;
  const isForm = isOAuth === true && request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() === FORM;
  return parseInput(body ?? nothing, readValue(bytes, isForm));
}

/** The bytes of a body. Throws `body_too_large` beyond 64 KiB. */
export async function readAtMost(request: Request, limit = MAX_BODY_BYTES): Promise<Uint8Array> {
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
