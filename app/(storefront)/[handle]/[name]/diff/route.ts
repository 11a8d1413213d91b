import { getActor } from '@/lib/accounts/queries';
import { siteUrl } from '@/lib/env';
import { getModule } from '@/lib/modules/queries';
import { routes } from '@/lib/routes';
import { namespaceOf } from '@/lib/utils/namespace-of';
import { isVersionPair } from '@/lib/versions/rules';

type Context = { params: Promise<{ handle: string; name: string }> };

/** Two versions to compare, as a form sends them; without any, what the newest changed. Leads to the comparison's own address. */
async function target(request: Request, { handle, name }: Awaited<Context['params']>): Promise<string> {
  const namespace = namespaceOf(handle);
  if (namespace === null) return routes.home();
  const asked = new URL(request.url).searchParams;
  const [from, to] = [asked.get('from') ?? '', asked.get('to') ?? ''];
  if (isVersionPair(from, to)) return routes.diff(namespace, name, from, to);
  const module = await getModule(namespace, name, await getActor());
  const at = module?.versions.findIndex(({ version }) => version === module.version) ?? -1;
  const previous = module?.versions[at + 1];
  return module && previous
    ? routes.diff(namespace, name, previous.version, module.version)
    : routes.module(namespace, encodeURIComponent(name));
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const path = await target(request, await params);
  return new Response(null, {
    status: 303,
    headers: { location: new URL(path, siteUrl() ?? request.url).href, 'cache-control': 'private, no-store' },
  });
}
