import { z } from 'zod';
import { SORTS } from '@/types/module';
import { MODULE_KINDS } from '@/types/module-kind';
import { parseStars, parseUpdated } from './ranges';

const word = z
  .string()
  .trim()
  .min(1)
  .max(64)
  .regex(/^[^\s"'$\\]+$/, 'One word, without quotes.');

/** The filters of lists of modules, as the query string of `/explore` and of `GET /api/v1/modules` carries them. */
export const listModulesSchema = z.strictObject({
  q: z.string().trim().max(200, 'At most 200 characters.').optional(),
  kind: z.enum(MODULE_KINDS, { error: 'Not a kind of module.' }).optional(),
  app: word.optional(),
  os: word.optional(),
  shell: word.optional(),
  tag: word.optional(),
  license: z.string().trim().min(1).max(128).optional(),
  author: word.optional(),
  appearance: z.enum(['dark', 'light', 'both']).optional(),
  capability: z.enum(['runs', 'network', 'root', 'none'], { error: 'One of runs, network, root, none.' }).optional(),
  stars: z
    .string()
    .trim()
    .max(32)
    .refine((text) => parseStars(text) !== null, 'Write it like >10, <5 or 10..50.')
    .optional(),
  updated: z
    .string()
    .trim()
    .max(32)
    .refine((text) => parseUpdated(text, 0) !== null, 'Write it like >2026-01-01, 2026-01-01..2026-02-01 or 7d.')
    .optional(),
  sort: z.enum(SORTS, { error: 'Not a sort order.' }).optional(),
  cursor: z.string().min(1).max(512).optional(),
  limit: z.coerce.number().int('A whole number.').min(1, 'From 1 to 100.').max(100, 'From 1 to 100.').default(24),
});
export type ListModulesInput = z.input<typeof listModulesSchema>;
export type ListModulesQuery = z.output<typeof listModulesSchema>;

export const suggestSchema = z.strictObject({ q: z.string().trim().max(100, 'At most 100 characters.').default('') });
