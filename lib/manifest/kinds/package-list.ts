import * as z from 'zod';

import { line } from '../text';

/** No leading dash, no shell characters: a name is only ever an argument, never an option or a command. */
const packageName = z
  .string()
  .regex(/^[A-Za-z0-9@_](?:[A-Za-z0-9@._+/:~# -]{0,212}[A-Za-z0-9_+])?$/, { error: 'Not a package name.' });

export const packageList = z.strictObject({
  manager: z.enum(['brew', 'apt', 'dnf', 'pacman', 'nix', 'winget', 'scoop', 'cargo', 'npm', 'flatpak', 'mise']),
  entries: z
    .array(
      z.strictObject({
        name: packageName,
        type: line(40).exactOptional(),
        version: line(80).exactOptional(),
        optional: z.boolean().exactOptional(),
        note: line(200).exactOptional(),
      }),
    )
    .min(1)
    .max(1000),
  needsRoot: z.boolean().exactOptional(),
});
