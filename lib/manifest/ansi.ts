import * as z from 'zod';

import { hasHiddenInProse } from './text';

/** Select Graphic Rendition only: any other sequence could move the cursor, set the title or answer back. */
const SGR = new RegExp(`${String.fromCharCode(0x1b)}\\[[0-9;:]{0,64}m`, 'g');
const LAYOUT = /[\n\t]/g;

/** Terminal output as an author recorded it: text, line feeds, tabs and SGR colour sequences. */
export const ansiText = z
  .string()
  .min(1)
  .max(8192)
  .refine((text) => !hasHiddenInProse(text.replace(SGR, '').replace(LAYOUT, '')), {
    error: 'Only text and SGR colour sequences (ESC [ … m) are allowed.',
  });
