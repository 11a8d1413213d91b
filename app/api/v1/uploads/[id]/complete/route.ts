import { apiWrite, json } from '@/lib/http/api-route';
import { completeUpload } from '@/lib/versions/commands';

export const POST = apiWrite<{ id: string }>('publish', async ({ params, actor }) =>
  json(await completeUpload({ uploadId: params.id }, actor), 202),
);
