import { route } from '@/lib/http/api-route';
import * as operations from '@/lib/http/operations/versions';
import { restoreVersion, yankVersion } from '@/lib/versions/commands';

export const POST = route(operations.yankVersion, async ({ params, body, actor }) =>
  yankVersion({ ...params, ...body }, actor),
);

export const DELETE = route(operations.restoreVersion, async ({ params, actor }) => restoreVersion(params, actor));

export {
  methodNotAllowed as GET,
  methodNotAllowed as PATCH,
  methodNotAllowed as PUT,
} from '@/lib/http/method-not-allowed';
