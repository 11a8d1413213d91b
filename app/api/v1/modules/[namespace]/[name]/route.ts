import { route } from '@/lib/http/api-route';
import * as operations from '@/lib/http/operations/modules';
import { toRestModule } from '@/lib/http/rest-module';
import { updateListing } from '@/lib/modules/commands';
import { requireModule } from '@/lib/modules/queries';

export const GET = route(operations.getModule, async ({ params, actor }) =>
  toRestModule(await requireModule(params.namespace, params.name, actor)),
);

export const PATCH = route(operations.updateModule, async ({ params, actor, body }) => {
  await updateListing({ ...params, ...body }, actor);
  return toRestModule(await requireModule(params.namespace, params.name, actor));
});

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
} from '@/lib/http/method-not-allowed';
