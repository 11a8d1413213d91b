import { route } from '@/lib/http/api-route';
import * as operations from '@/lib/http/operations/modules';
import { setStar } from '@/lib/stars/commands';

export const PUT = route(operations.starModule, async ({ params, actor }) => {
  await setStar({ ...params, starred: true }, actor);
});

export const DELETE = route(operations.unstarModule, async ({ params, actor }) => {
  await setStar({ ...params, starred: false }, actor);
});

export {
  methodNotAllowed as GET,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
} from '@/lib/http/method-not-allowed';
