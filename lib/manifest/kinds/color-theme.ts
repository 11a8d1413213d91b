import * as z from 'zod';

import { APP_PATTERN, line, token } from '../text';
import { archivePath } from './parts';

const color = z.string().regex(/^#[0-9a-fA-F]{6}$/, { error: 'A colour is written #rrggbb.' });

const palette = z.strictObject({
  background: color,
  foreground: color,
  cursor: color.exactOptional(),
  selection: color.exactOptional(),
  accent: color.exactOptional(),
  ansi: z.array(color).length(16, { error: 'Exactly the sixteen ANSI colours, black to bright white.' }),
});

export const colorTheme = z.strictObject({
  appearance: z.enum(['dark', 'light', 'both']),
  variants: z
    .array(z.strictObject({ name: line(80), palette }))
    .min(1)
    .max(64),
  targets: z
    .array(z.strictObject({ app: token(APP_PATTERN, 'app name'), file: archivePath }))
    .max(500)
    .exactOptional(),
  portOf: line(160).exactOptional(),
});
