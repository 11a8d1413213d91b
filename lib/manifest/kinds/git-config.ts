import * as z from 'zod';

import { archivePath, codeLine } from './parts';

export const gitConfig = z.strictObject({
  parts: z
    .array(z.enum(['aliases', 'ignore', 'attributes', 'hooks', 'pager', 'signing', 'templates']))
    .min(1)
    .max(7),
  aliases: z
    .array(
      z.strictObject({
        name: z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,63}$/, { error: 'Not an alias name.' }),
        command: codeLine,
      }),
    )
    .max(500)
    .exactOptional(),
  includeMethod: z.enum(['include', 'includeIf', 'copy']).exactOptional(),
  hooks: z
    .array(
      z.strictObject({
        name: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/, { error: 'Not the name of a Git hook.' }),
        path: archivePath,
      }),
    )
    .max(50)
    .exactOptional(),
});
