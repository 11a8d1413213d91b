import * as z from 'zod';

/** Control, bidi, zero-width, tag and other characters that do not show: what a name can hide behind. */
const HIDDEN =
  /\p{Cc}|\p{Cs}|\p{Zl}|\p{Zp}|\p{Bidi_Control}|\p{Default_Ignorable_Code_Point}|\p{Noncharacter_Code_Point}|[\ufff9-\ufffc]/u;
/** Joiners and the emoji selector are part of written emoji and of several scripts: allowed in prose, never in names. */
const JOINERS = /\u200c|\u200d|\ufe0f/gu;

/** Whether a text holds characters that do not show, or that change the order in which others show. */
export function hasHidden(text: string): boolean {
  return HIDDEN.test(text);
}

/** The same for prose, in which emoji and joined scripts are welcome. */
export function hasHiddenInProse(text: string): boolean {
  return HIDDEN.test(text.replace(JOINERS, ''));
}

/** A number of code points, which is what people count as characters. */
export function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** One line of prose, 1 to `max` code points, without control or bidi characters. */
export function line(max: number) {
  return z
    .string()
    .min(1)
    .refine((text) => codePoints(text) <= max, { error: `At most ${max} characters.` })
    .refine((text) => text.trim() === text, { error: 'No space at the beginning or the end.' })
    .refine((text) => !hasHiddenInProse(text), { error: 'No control, invisible or bidi characters.' })
    .meta({ maxLength: max });
}

/** A short word from a closed alphabet, such as a command, an app or a tag. */
export function token(pattern: RegExp, what: string) {
  return z.string().regex(pattern, { error: `Not a valid ${what}.` });
}

export const COMMAND_PATTERN = /^[A-Za-z0-9_[][A-Za-z0-9_+.@:[-]{0,63}$/;
export const APP_PATTERN = /^[A-Za-z0-9][A-Za-z0-9_+. -]{0,62}[A-Za-z0-9+]$|^[A-Za-z0-9]$/;
export const TAG_PATTERN = /^[a-z0-9][a-z0-9+#.-]{0,31}$/;

/** A list without duplicates. */
export function unique<T extends z.ZodType>(item: T, max: number): z.ZodArray<T> {
  return z
    .array(item)
    .max(max)
    .refine((list) => new Set(list.map((entry) => JSON.stringify(entry))).size === list.length, {
      error: 'The same entry stands twice.',
    })
    .meta({ uniqueItems: true });
}
