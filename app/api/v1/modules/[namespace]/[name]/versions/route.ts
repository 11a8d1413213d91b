import { apiRead } from '@/lib/http/api-route';
import { parseQuery } from '@/lib/http/input';
import { pageOf, pageSchema } from '@/lib/http/page-of';
import { requireModule } from '@/lib/modules/queries';

type Params = { namespace: string; name: string };

export const GET = apiRead<Params>(async ({ request, params, actor }) => {
  const page = parseQuery(request, pageSchema);
  const { versions } = await requireModule(params.namespace, params.name, actor);
  return pageOf(versions, page, (row) => row.version);
});
