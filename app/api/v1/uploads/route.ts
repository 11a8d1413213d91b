import { route } from '@/lib/http/api-route';
import * as operations from '@/lib/http/operations/uploads';
import { startUpload } from '@/lib/versions/commands';

export const POST = route(operations.startUpload, async ({ body, actor }) => startUpload(body, actor));

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as GET,
  methodNotAllowed as PATCH,
  methodNotAllowed as PUT,
} from '@/lib/http/method-not-allowed';
