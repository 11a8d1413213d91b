import { apiWrite } from '@/lib/http/api-route';
import { parseBody } from '@/lib/http/input';
import { restoreVersion, yankVersion } from '@/lib/versions/commands';
import { yankBodySchema } from '@/lib/versions/schema';

type Params = { namespace: string; name: string; version: string };

export const POST = apiWrite<Params>('publish', async ({ request, params, actor }) =>
  yankVersion({ ...params, ...(await parseBody(request, yankBodySchema)) }, actor),
);

export const DELETE = apiWrite<Params>('publish', async ({ params, actor }) => restoreVersion(params, actor));
