import * as z from 'zod';

import { WRITE_MODES } from '@/types/module';

import { archivePath, codeLine, when } from './kinds/parts';

/** One entry of `files[]`. `source-line` carries a `line` and no `src`; every other mode carries a `src` and no `line`. */
export const fileEntry = z
  .strictObject({
    src: archivePath.exactOptional(),
    dest: z.string().min(1).max(300),
    mode: z.enum(WRITE_MODES).default('copy'),
    line: codeLine.exactOptional(),
    when: when.exactOptional(),
    perm: z
      .string()
      .regex(/^0?[0-7]{3}$/, { error: 'Permissions are written like 0644.' })
      .exactOptional(),
  })
  .superRefine((entry, context) => {
    const wants = entry.mode === 'source-line' ? 'line' : 'src';
    const refuses = wants === 'line' ? 'src' : 'line';
    if (entry[wants] === undefined) {
      context.addIssue({ code: 'custom', path: [wants], message: `The mode ${entry.mode} needs “${wants}”.` });
    }
    if (entry[refuses] !== undefined) {
      context.addIssue({ code: 'custom', path: [refuses], message: `The mode ${entry.mode} has no “${refuses}”.` });
    }
  });

export type FileEntry = z.output<typeof fileEntry>;
