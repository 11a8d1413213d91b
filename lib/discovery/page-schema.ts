import { z } from 'zod';
import { itemSchema } from '@/lib/modules/item';
import type { ModulePage } from '@/types/module';
import { FACETS } from './search/search-index';

const values = z.array(z.object({ value: z.string(), count: z.number() }));

/** What a cached page of a list must look like. */
export const pageSchema = z.object({
  items: z.array(itemSchema),
  nextCursor: z.string().nullable(),
  previousCursor: z.string().nullable(),
  total: z.number(),
  totalIsBound: z.boolean(),
  facets: z.object(Object.fromEntries(FACETS.map((name) => [name, values]))) as unknown as z.ZodType<
    ModulePage['facets']
  >,
  looser: z.array(z.object({ without: z.string(), total: z.number() })).exactOptional(),
});
