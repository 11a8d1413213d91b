import { route } from '@/lib/http/api-route';
import { openapiDocument } from '@/lib/http/openapi';
import { getOpenapi } from '@/lib/http/operations/about';

export const GET = route(getOpenapi, async () => ({ ...openapiDocument() }));

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
} from '@/lib/http/method-not-allowed';
