import { COLOR_PARTS, type ColorQuery, colorQuerySchema, readHex } from '@/lib/colors/schema';

export type ColorParams = Record<string, string | string[] | undefined>;
export type ReadColors = {
  /** What is searched; null when no colour was understood. */
  query: ColorQuery | null;
  /** The same for the form, whether or not it was understood. */
  shown: { color: string; part: string; contrast: string; appearance: string; app: string };
  problem: string | null;
};

const textOf = (value: string | string[] | undefined) =>
  ((Array.isArray(value) ? value[0] : value) ?? '').slice(0, 80).trim();

/**
 * Reads an address, or what a form sent. The form has a picker and a text field for one colour and remembers what both said
 * before: the one that was changed is meant.
 */
export function readColors(params: ColorParams): ReadColors {
  const [picked, typed, before] = [textOf(params.color), textOf(params.hex), textOf(params.was)];
  const isTyped = typed !== '' && readHex(typed) !== readHex(before || 'none');
  // Text that is no colour is an error only while the picker says nothing new.
  const isPicked = readHex(typed) === null && before !== '' && readHex(picked) !== readHex(before);
  const given = isTyped && !(isPicked && readHex(picked) !== null) ? typed : picked || typed;
  const color = readHex(given);
  const shown = {
    color: color ?? given,
    part: textOf(params.part),
    contrast: textOf(params.contrast),
    appearance: textOf(params.appearance),
    app: textOf(params.app).toLowerCase(),
  };
  if (color === null)
    return { query: null, shown, problem: `“${given}” is not a colour. Write six digits, as in #bd93f9.` };
  const fields = {
    color,
    ...(COLOR_PARTS.some((part) => part === shown.part) ? { part: shown.part } : {}),
    ...(shown.contrast ? { contrast: Number(shown.contrast) } : {}),
    ...(shown.appearance ? { appearance: shown.appearance } : {}),
    ...(shown.app ? { app: shown.app } : {}),
  };
  const parsed = colorQuerySchema.safeParse(fields);
  if (parsed.success) return { query: parsed.data, shown, problem: null };
  return {
    query: { color },
    shown: { ...shown, contrast: '', appearance: '', app: '' },
    problem: 'A filter was not understood and was left out.',
  };
}
