import { z } from 'zod';

const LONGEST = 200;

/** What the search of the handbook is asked. */
export const handbookQuerySchema = z.object({
  q: z
    .string({ error: 'Search for one text at a time.' })
    .trim()
    .max(LONGEST, { error: `A search may have at most ${LONGEST} characters.` })
    .default(''),
});
