'use server';
import { authedAction, statefulForm } from '@/lib/action';
import * as commands from './commands';
import { publishArchive } from './publish-archive';
import { getUpload } from './queries';
import { publishFormSchema, startUploadSchema, uploadIdSchema, versionRefSchema, yankSchema } from './schema';

export const startUpload = authedAction(startUploadSchema, commands.startUpload, { limit: 'publish' });
export const completeUpload = authedAction(uploadIdSchema, commands.completeUpload);
export const getUploadStatus = authedAction(uploadIdSchema, ({ uploadId }, actor) => getUpload(uploadId, actor), {
  limit: 'tokenRead',
});
export const publishForm = statefulForm(authedAction(publishFormSchema, publishArchive, { limit: 'publish' }));
export const yankVersion = authedAction(yankSchema, commands.yankVersion);
export const yankVersionForm = statefulForm(yankVersion);
export const restoreVersion = authedAction(versionRefSchema, commands.restoreVersion);
export const restoreVersionForm = statefulForm(restoreVersion);
