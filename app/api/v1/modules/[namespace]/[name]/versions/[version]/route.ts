import { DomainError } from '@/lib/errors';
import { apiRead } from '@/lib/http/api-route';
import { getVersion } from '@/lib/versions/queries';

type Params = { namespace: string; name: string; version: string };

export const GET = apiRead<Params>(async ({ params, actor }) => {
  const version = await getVersion(params.namespace, params.name, params.version, actor);
  if (!version) throw new DomainError('not_found');
  return version;
});
