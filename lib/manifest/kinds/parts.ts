import * as z from 'zod';

import { OPERATING_SYSTEMS } from '@/types/module';

import { pathFault } from '../paths';
import { COMMAND_PATTERN, line, token, unique } from '../text';
import { isAppRange } from '../versions';

/** A path inside the archive, as it reads after a single leading directory is stripped. */
export const archivePath = z
  .string()
  .min(1)
  .refine((path) => pathFault(path) === null, {
    error: (issue) => `Not a plain relative path (${pathFault(String(issue.input))}).`,
  });

export const keybinding = z.strictObject({ keys: line(80), does: line(160) });
export const keybindings = z.array(keybinding).max(500);

export const appRange = z
  .string()
  .max(128)
  .refine(isAppRange, { error: 'Not a version range, such as >=0.9 or >=3.2 <4.' });

export const SHELLS = ['zsh', 'bash', 'fish', 'nu', 'pwsh', 'posix'] as const;
export const shells = z.array(z.enum(SHELLS)).min(1).max(SHELLS.length);

export const command = token(COMMAND_PATTERN, 'command name');
/** Text that a person will read as code, such as an alias' expansion: printable, one line. */
export const codeLine = line(1024);

const arch = z.string().regex(/^[a-z0-9_]{1,16}$/, { error: 'Not a processor architecture, such as x64 or arm64.' });
export const systems = unique(z.enum(OPERATING_SYSTEMS), OPERATING_SYSTEMS.length);
export const architectures = unique(arch, 16);
/** The machines that something applies to; a missing list means all. */
export const when = z.strictObject({
  os: systems.min(1).exactOptional(),
  arch: architectures.min(1).exactOptional(),
});
