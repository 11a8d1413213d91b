import { apiRead, apiWrite } from '@/lib/http/api-route';
import { parseBody } from '@/lib/http/input';
import { toRestModule } from '@/lib/http/rest-module';
import { updateListing } from '@/lib/modules/commands';
import { requireModule } from '@/lib/modules/queries';
import { patchModuleSchema } from '@/lib/modules/schema';

type Params = { namespace: string; name: string };

export const GET = apiRead<Params>(async ({ params, actor }) =>
  toRestModule(await requireModule(params.namespace, params.name, actor)),
);

export const PATCH = apiWrite<Params>('manage', async ({ request, params, actor }) => {
  await updateListing({ ...params, ...(await parseBody(request, patchModuleSchema)) }, actor);
  return toRestModule(await requireModule(params.namespace, params.name, actor));
});
