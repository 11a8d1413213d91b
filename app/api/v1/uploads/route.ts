import { apiWrite, json } from '@/lib/http/api-route';
import { parseBody } from '@/lib/http/input';
import { startUpload } from '@/lib/versions/commands';
import { startUploadSchema } from '@/lib/versions/schema';

export const POST = apiWrite(
  'publish',
  async ({ request, actor }) => json(await startUpload(await parseBody(request, startUploadSchema), actor), 201),
  'publish',
);
