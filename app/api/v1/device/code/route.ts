import { startDevice } from '@/lib/devices/commands';
import { route } from '@/lib/http/api-route';
import * as operations from '@/lib/http/operations/device';
import { addressOf } from '@/lib/infra/address';

export const POST = route(operations.startDevice, async ({ request, body }) =>
  startDevice(body, addressOf(request.headers)),
);

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as GET,
  methodNotAllowed as PATCH,
  methodNotAllowed as PUT,
} from '@/lib/http/method-not-allowed';
