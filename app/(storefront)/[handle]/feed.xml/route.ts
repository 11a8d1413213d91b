import { getProfile } from '@/lib/discovery/queries';
import { feedAnswer } from '@/lib/http/feed-answer';
import { problem } from '@/lib/http/problem';
import { routes } from '@/lib/routes';
import { namespaceOf } from '@/lib/utils/namespace-of';

type Context = { params: Promise<{ handle: string }> };

const SHOWN = 50;

/** What somebody published last, for feed readers: the newest version of each of their public modules. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const namespace = namespaceOf((await params).handle);
  const profile = namespace === null ? null : await getProfile(namespace);
  if (!profile) return problem('not_found');
  const { account, modules } = profile;
  const author = `@${account.username}`;
  return feedAnswer(
    request,
    {
      title: `Modules by ${account.displayName || author}`,
      description: account.bio || `What ${author} publishes.`,
      path: routes.profile(account.username),
      feedPath: routes.profileFeed(account.username),
      author,
      entries: modules.slice(0, SHOWN).map(({ name, title, version, summary, updatedAt }) => ({
        title: `${title} ${version}`,
        path: routes.version(account.username, name, version),
        summary,
        publishedAt: updatedAt,
        updatedAt,
        author,
      })),
    },
    false,
  );
}
