import { getActor } from '@/lib/accounts/queries';
import { feedAnswer } from '@/lib/http/feed-answer';
import { problem } from '@/lib/http/problem';
import { getModule } from '@/lib/modules/queries';
import { routes } from '@/lib/routes';
import { namespaceOf } from '@/lib/utils/namespace-of';
import { listVersions } from '@/lib/versions/queries';
import type { VersionHistoryDto } from '@/types/module';

type Context = { params: Promise<{ handle: string; name: string }> };

const said = ({ yanked, changes, version }: VersionHistoryDto['items'][number]) =>
  [yanked && `Yanked: ${yanked.reason}`, changes ?? `Version ${version} was published.`].filter(Boolean).join('\n\n');

/** The versions of a module for feed readers; of their own private modules too, for whoever is signed in. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { handle, name } = await params;
  const namespace = namespaceOf(handle);
  if (namespace === null) return problem('not_found');
  const actor = await getActor();
  const [module, history] = await Promise.all([
    getModule(namespace, name, actor),
    listVersions(namespace, name, undefined, actor),
  ]);
  if (!module || !history) return problem('not_found');
  const author = `@${namespace}`;
  return feedAnswer(
    request,
    {
      title: `${module.title} (@${namespace}/${name})`,
      description: module.summary,
      path: routes.module(namespace, name),
      feedPath: routes.moduleFeed(namespace, name),
      author,
      entries: history.items.map((item) => ({
        title: `${module.title} ${item.version}${item.yanked ? ' (yanked)' : ''}`,
        path: routes.version(namespace, name, item.version),
        summary: said(item),
        publishedAt: item.publishedAt,
        updatedAt: item.yanked?.at ?? item.publishedAt,
        author,
      })),
    },
    actor !== null,
  );
}
