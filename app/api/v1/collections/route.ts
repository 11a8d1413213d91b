import { createCollection } from '@/lib/collections/commands';
import { listOwnCollections } from '@/lib/collections/queries';
import { createCollectionSchema } from '@/lib/collections/schema';
import { apiOwnRead, apiWrite, json } from '@/lib/http/api-route';
import { parseBody, parseQuery } from '@/lib/http/input';
import { pageOf, pageSchema } from '@/lib/http/page-of';

export const GET = apiOwnRead(async ({ request, actor }) => {
  const page = parseQuery(request, pageSchema);
  return pageOf(await listOwnCollections(actor), page, (row) => row.slug);
});

export const POST = apiWrite('manage', async ({ request, actor }) =>
  json(await createCollection(await parseBody(request, createCollectionSchema), actor), 201),
);
