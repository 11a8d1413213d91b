import { z } from 'zod';
import { versionRefSchema } from '@/lib/versions/schema';

/** `yanked=allow`: the caller knows, as one does who pinned exactly this version. */
export const downloadQuerySchema = z.strictObject({
  yanked: z.literal('allow', { error: 'Only “allow” means something here.' }).optional().meta({
    description: 'Hands out a yanked version too. For installs of exactly this version, such as a lock file’s.',
  }),
});

export const downloadSchema = versionRefSchema.extend(downloadQuerySchema.shape).strict();
export type DownloadInput = z.output<typeof downloadSchema>;
