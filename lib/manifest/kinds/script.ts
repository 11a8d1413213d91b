import * as z from 'zod';

import { line } from '../text';
import { archivePath, command } from './parts';

export const script = z.strictObject({
  interpreter: line(80),
  commands: z
    .array(
      z.strictObject({
        name: command,
        path: archivePath,
        usage: line(400).exactOptional(),
        summary: line(160).exactOptional(),
      }),
    )
    .min(1)
    .max(200),
  dependencies: z.array(line(80)).max(100).exactOptional(),
  needsRoot: z.boolean().exactOptional(),
  completions: z.array(archivePath).max(200).exactOptional(),
});
