import * as z from 'zod';

import { REF_PATTERN } from '../names';
import { line } from '../text';
import { isRange } from '../versions';
import { when } from './parts';

const ref = z.string().regex(REF_PATTERN, { error: 'A module is written @namespace/name.' });

export const bundle = z.strictObject({
  modules: z
    .array(
      z.strictObject({
        ref,
        range: z.string().refine(isRange, { error: 'Not a semver range, such as ^1.2.0.' }),
        optional: z.boolean().exactOptional(),
        variables: z
          .record(z.string().max(64), z.union([z.string().max(1024), z.number(), z.boolean()]))
          .exactOptional(),
      }),
    )
    .min(1)
    .max(200),
  profiles: z
    .array(z.strictObject({ name: line(80), when: when.exactOptional(), modules: z.array(ref).min(1).max(200) }))
    .max(50)
    .exactOptional(),
});
