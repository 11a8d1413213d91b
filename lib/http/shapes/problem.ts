import { z } from 'zod';

/** A refusal, RFC 9457. */
export const problemShape = z.object({
  type: z.string().meta({ description: 'Where the code is explained.' }),
  title: z.string(),
  status: z.number().int(),
  code: z.string().meta({ description: 'Stable: what a program decides by.' }),
  detail: z.string().meta({ description: 'A sentence for a person.' }),
  errors: z
    .array(z.object({ path: z.string(), message: z.string() }))
    .optional()
    .meta({ description: 'One for each field that was refused.' }),
});
