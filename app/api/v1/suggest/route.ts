import { suggestModules } from '@/lib/discovery/queries';
import { suggestSchema } from '@/lib/discovery/schema';
import { apiRead } from '@/lib/http/api-route';
import { parseQuery } from '@/lib/http/input';

export const GET = apiRead(async ({ request }) => suggestModules(parseQuery(request, suggestSchema).q));
