import { z } from 'zod';

export const COLOR_PARTS = ['any', 'background', 'foreground', 'accent'] as const;
export type ColorPart = (typeof COLOR_PARTS)[number];
export const CONTRASTS = [3, 4.5, 7, 10] as const;

const SHORT = /^#?([0-9a-f])([0-9a-f])([0-9a-f])[0-9a-f]?$/i;
const LONG = /^#?([0-9a-f]{6})(?:[0-9a-f]{2})?$/i;

/** A colour as people paste it (`#bd93f9`, `bd93f9`, `#abc`, with or without opacity) as `#rrggbb`; null for anything else. */
export function readHex(text: string): string | null {
  const given = text.slice(0, 40).trim().replace(/;$/, '').trim();
  const short = SHORT.exec(given);
  if (short)
    return `#${short
      .slice(1, 4)
      .flatMap((digit) => [digit, digit])
      .join('')}`.toLowerCase();
  const long = LONG.exec(given);
  return long?.[1] ? `#${long[1].toLowerCase()}` : null;
}

/** What colour search may be asked. */
export const colorQuerySchema = z.object({
  color: z.string().regex(/^#[0-9a-f]{6}$/),
  part: z.enum(COLOR_PARTS).default('any'),
  /** Least contrast of text on background. */
  contrast: z.number().min(1).max(21).exactOptional(),
  appearance: z.enum(['dark', 'light']).exactOptional(),
  app: z
    .string()
    .regex(/^[a-z0-9][a-z0-9._-]{0,63}$/)
    .exactOptional(),
});
export type ColorQuery = z.input<typeof colorQuerySchema>;
