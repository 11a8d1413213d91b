import { zodResolver } from '@hookform/resolvers/zod';
import { type FieldValues, type Resolver, set } from 'react-hook-form';
import type { z } from 'zod';
import { manifestSchema } from '@/lib/manifest/schema';
import { manifestOf } from './draft';

const schema: z.ZodType<FieldValues, FieldValues> = manifestSchema;
const check = zodResolver(schema, {
  error: (issue) => {
    if (issue.path?.[0] === 'kind' && issue.path.length === 1) return 'Choose a kind.';
    return issue.input === undefined ? 'This is required.' : undefined;
  },
});
const ABSENT = { type: 'absent', message: 'The archive has no such file.' };

/** Judges a draft by the schema that the verifier uses, after leaving out what is empty, and by the paths of the archive. */
export const manifestResolver =
  (paths: ReadonlySet<string>): Resolver<FieldValues> =>
  async (draft, context, options) => {
    const manifest = manifestOf(draft);
    const { errors } = await check(manifest, context, options);
    const files: unknown = manifest.files;
    for (const [index, entry] of Array.isArray(files) ? files.entries() : []) {
      if (entry.src && !paths.has(entry.src)) set(errors, `files.${index}.src`, ABSENT);
    }
    return Object.keys(errors).length > 0 ? { values: {}, errors } : { values: draft, errors: {} };
  };
