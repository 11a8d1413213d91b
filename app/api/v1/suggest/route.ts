import { suggestModules } from '@/lib/discovery/queries';
import { route } from '@/lib/http/api-route';
import { suggest } from '@/lib/http/operations/modules';

export const GET = route(suggest, async ({ query }) => suggestModules(query.q));

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
} from '@/lib/http/method-not-allowed';
