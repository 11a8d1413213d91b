import { createCollection } from '@/lib/collections/commands';
import { listOwnCollections } from '@/lib/collections/queries';
import { route } from '@/lib/http/api-route';
import * as operations from '@/lib/http/operations/collections';
import { pageOf } from '@/lib/http/page-of';

export const GET = route(operations.listCollections, async ({ query, actor }) =>
  pageOf(await listOwnCollections(actor), query, (row) => row.slug),
);

export const POST = route(operations.createCollection, async ({ body, actor }) => createCollection(body, actor));

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as PUT,
} from '@/lib/http/method-not-allowed';
