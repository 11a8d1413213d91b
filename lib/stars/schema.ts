import { z } from 'zod';

export const starSchema = z.object({
  namespace: z.string().min(1).max(39),
  name: z.string().min(1).max(64),
  starred: z.union([z.boolean(), z.stringbool()]),
});
export type StarInput = z.infer<typeof starSchema>;
