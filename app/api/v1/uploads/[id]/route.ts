import { route } from '@/lib/http/api-route';
import * as operations from '@/lib/http/operations/uploads';
import { getUpload } from '@/lib/versions/queries';

export const GET = route(operations.getUpload, async ({ params, actor }) => getUpload(params.id, actor));

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
} from '@/lib/http/method-not-allowed';
