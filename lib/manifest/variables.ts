import * as z from 'zod';

import { line } from './text';

const base = {
  key: z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,63}$/, { error: 'Not a variable name.' }),
  label: line(120),
};
const text = z.string().max(1024);

/** What a template may ask for; `default` has the type that `type` says. */
export const variable = z
  .discriminatedUnion('type', [
    z.strictObject({ ...base, type: z.literal('string'), default: text }),
    z.strictObject({ ...base, type: z.literal('boolean'), default: z.boolean() }),
    z.strictObject({ ...base, type: z.literal('number'), default: z.number() }),
    z.strictObject({ ...base, type: z.literal('choice'), choices: z.array(line(120)).min(1).max(100), default: text }),
  ])
  .superRefine((entry, context) => {
    if (entry.type === 'choice' && !entry.choices.includes(entry.default)) {
      context.addIssue({ code: 'custom', path: ['default'], message: 'The default is not one of the choices.' });
    }
  });
