import * as z from 'zod';

import { line } from '../text';
import { appRange, archivePath, codeLine, command, keybindings, SHELLS, shells } from './parts';

export const shellPlugin = z.strictObject({
  shells,
  entry: z.array(archivePath).min(1).max(50),
  shellVersions: z.partialRecord(z.enum(SHELLS), appRange).exactOptional(),
  loadOrder: z.enum(['early', 'normal', 'late', 'last']).exactOptional(),
  completions: z.array(archivePath).max(200).exactOptional(),
  functions: z.array(command).max(500).exactOptional(),
  aliases: z
    .array(z.strictObject({ name: line(64), expansion: codeLine }))
    .max(500)
    .exactOptional(),
  keybindings: keybindings.exactOptional(),
  env: z
    .array(z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,127}$/, { error: 'Not a variable name.' }))
    .max(200)
    .exactOptional(),
  hooks: z.array(line(64)).max(50).exactOptional(),
});
