import { route } from '@/lib/http/api-route';
import * as operations from '@/lib/http/operations/uploads';
import { getUpload } from '@/lib/versions/queries';

export const GET = route(operations.getUpload, async ({ params, actor }) => getUpload(params.id, actor));
