import { z } from 'zod';
import { NAME_PATTERN, NAMESPACE_PATTERN, parseRef } from '@/lib/manifest/names';
import { LONGEST_LIST } from './own-list';

export const ownListSchema = z.object({
  namespace: z.string().regex(NAMESPACE_PATTERN),
  name: z.string().regex(NAME_PATTERN),
  list: z
    .string()
    .refine((text) => text.trim() !== '', {
      error: 'Paste something first: one alias, path, key or module on each line.',
    })
    .max(LONGEST_LIST, { error: 'At most 64 kB are read. Leave out what this module has nothing to do with.' }),
});
export type OwnListInput = z.output<typeof ownListSchema>;

/** Modules that one page compares. */
export const MOST_COMPARED = 4;
const LONGEST_QUERY = 2000;

export type ComparedRefs = { refs: string[]; problems: string[] };

/** What people write for a module: `@ns/name`, without the `@`, or its address. Null for anything else. */
function toRef(text: string): string | null {
  const path = text.replace(/^https?:\/\/[^/]+\//, '').replace(/^npx dotkit install /, '');
  const ref = `@${decode(path).replace(/^@/, '')}`.toLowerCase().split(/[?#]/)[0] ?? '';
  const [namespace = '', name = ''] = ref.split('/');
  const plain = `${namespace}/${name.replace(/@.*$/, '')}`;
  return parseRef(plain) ? plain : null;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Up to four modules from a query such as `?m=@a/x&m=@b/y`, and a sentence for everything that was not taken. */
export function comparedRefs(given: string | string[] | undefined): ComparedRefs {
  const texts = [given ?? []]
    .flat()
    .join(' ')
    .slice(0, LONGEST_QUERY)
    .split(/[\s,]+/)
    .filter(Boolean);
  const refs = new Set<string>();
  const problems: string[] = [];
  for (const text of texts) {
    const ref = toRef(text);
    if (!ref) problems.push(`“${text.slice(0, 60)}” is not a module. One is written @name/module.`);
    else if (refs.size < MOST_COMPARED || refs.has(ref)) refs.add(ref);
    else problems.push(`${ref} was left out: a page compares up to four.`);
  }
  return { refs: [...refs], problems: problems.slice(0, MOST_COMPARED) };
}
