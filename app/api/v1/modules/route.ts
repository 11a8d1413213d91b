import { listModules } from '@/lib/discovery/queries';
import { route } from '@/lib/http/api-route';
import * as operations from '@/lib/http/operations/modules';

export const GET = route(operations.listModules, async ({ query }) => listModules(query));

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
} from '@/lib/http/method-not-allowed';
