import { suggestModules } from '@/lib/discovery/queries';
import { suggestSchema } from '@/lib/discovery/schema';
import { apiRead } from '@/lib/http/api-route';
import { parseQuery } from '@/lib/http/input';
import { routes } from '@/lib/routes';
import { absolute } from '@/lib/syndication/absolute';

/** Suggestions as browsers ask for them: what was typed, completions, what they are, where they lead. */
export const GET = apiRead(async ({ request }) => {
  const { q } = parseQuery(request, suggestSchema);
  const found = await suggestModules(q);
  const answer = [
    q,
    found.map(({ namespace, name }) => `@${namespace}/${name}`),
    found.map(({ title }) => title),
    found.map(({ namespace, name }) => absolute(routes.module(namespace, name))),
  ];
  return new Response(JSON.stringify(answer), {
    headers: { 'content-type': 'application/x-suggestions+json; charset=utf-8', 'cache-control': 'public, max-age=60' },
  });
});
