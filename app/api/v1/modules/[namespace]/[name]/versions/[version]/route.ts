import { DomainError } from '@/lib/errors';
import { route } from '@/lib/http/api-route';
import * as operations from '@/lib/http/operations/versions';
import { getVersion } from '@/lib/versions/queries';

export const GET = route(operations.getVersion, async ({ params, actor }) => {
  const version = await getVersion(params.namespace, params.name, params.version, actor);
  if (!version) throw new DomainError('not_found');
  return version;
});

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
} from '@/lib/http/method-not-allowed';
