import { redeemDevice } from '@/lib/devices/commands';
import { route } from '@/lib/http/api-route';
import * as operations from '@/lib/http/operations/device';
import { addressOf } from '@/lib/infra/address';

export const POST = route(operations.redeemDevice, async ({ request, body }) =>
  redeemDevice(body, addressOf(request.headers)),
);

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as GET,
  methodNotAllowed as PATCH,
  methodNotAllowed as PUT,
} from '@/lib/http/method-not-allowed';
