import { route } from '@/lib/http/api-route';
import { listVersions } from '@/lib/http/operations/versions';
import { pageOf } from '@/lib/http/page-of';
import { requireModule } from '@/lib/modules/queries';

export const GET = route(listVersions, async ({ params, query, actor }) => {
  const { versions } = await requireModule(params.namespace, params.name, actor);
  return pageOf(versions, query, (row) => row.version);
});

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
} from '@/lib/http/method-not-allowed';
