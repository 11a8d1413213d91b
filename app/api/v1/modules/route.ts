import { listModules } from '@/lib/discovery/queries';
import { listModulesSchema } from '@/lib/discovery/schema';
import { apiRead } from '@/lib/http/api-route';
import { parseQuery } from '@/lib/http/input';

export const GET = apiRead(async ({ request }) => listModules(parseQuery(request, listModulesSchema)));
