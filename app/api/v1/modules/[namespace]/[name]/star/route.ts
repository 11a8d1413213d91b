import { apiWrite, noContent } from '@/lib/http/api-route';
import { setStar } from '@/lib/stars/commands';

type Params = { namespace: string; name: string };

export const PUT = apiWrite<Params>('manage', async ({ params, actor }) => {
  await setStar({ ...params, starred: true }, actor);
  return noContent();
});

export const DELETE = apiWrite<Params>('manage', async ({ params, actor }) => {
  await setStar({ ...params, starred: false }, actor);
  return noContent();
});
