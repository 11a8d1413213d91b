import * as z from 'zod';

import { manifestSchema } from './manifest';

/** JSON Schema 2020-12 of what an author may write, for editors; the rules across fields are the verifier's alone. */
export function manifestJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(manifestSchema, { target: 'draft-2020-12', io: 'input', unrepresentable: 'any' });
  return { ...schema, title: 'dotkit module manifest', description: 'dotkit.json at the root of a module, version 1.' };
}
