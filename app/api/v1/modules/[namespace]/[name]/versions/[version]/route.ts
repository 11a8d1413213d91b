import { DomainError } from '@/lib/errors';
import { route } from '@/lib/http/api-route';
import * as operations from '@/lib/http/operations/versions';
import { getVersion } from '@/lib/versions/queries';

export const GET = route(operations.getVersion, async ({ params, actor }) => {
  const version = await getVersion(params.namespace, params.name, params.version, actor);
  if (!version) throw new DomainError('not_found');
  return version;
});
