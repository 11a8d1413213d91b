import { route } from '@/lib/http/api-route';
import * as operations from '@/lib/http/operations/uploads';
import { completeUpload } from '@/lib/versions/commands';

export const POST = route(operations.completeUpload, async ({ params, actor }) =>
  completeUpload({ uploadId: params.id }, actor),
);

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as GET,
  methodNotAllowed as PATCH,
  methodNotAllowed as PUT,
} from '@/lib/http/method-not-allowed';
