import { apiOwnRead } from '@/lib/http/api-route';
import { getUpload } from '@/lib/versions/queries';

export const GET = apiOwnRead<{ id: string }>(async ({ params, actor }) => getUpload(params.id, actor));
