import { Feed } from 'feed';
import { routes } from '@/lib/routes';
import { absolute } from '@/lib/syndication/absolute';
import { listFeed } from '@/lib/syndication/queries';
import { xmlResponse } from '@/lib/syndication/xml';
import { xmlSafe } from '@/lib/utils/escape-markup';

export const dynamic = 'force-dynamic';

/** New and updated modules as Atom. */
export async function GET(): Promise<Response> {
  const modules = await listFeed();
  const feed = new Feed({
    id: absolute(routes.home()),
    title: 'dotkit: new and updated modules',
    description: 'Dotfile modules as they are published.',
    link: absolute(routes.home()),
    feedLinks: { atom: absolute(routes.feed()) },
    updated: new Date(modules[0]?.updatedAt ?? 0),
    copyright: 'Each module under its own licence.',
    generator: 'dotkit',
  });
  for (const { namespace, name, title, summary, version, updatedAt, publishedAt, kind } of modules) {
    const url = absolute(routes.module(namespace, name));
    feed.addItem({
      id: `${url}#${version}`,
      link: url,
      title: xmlSafe(`${title} ${version}`),
      description: xmlSafe(summary),
      date: new Date(updatedAt),
      published: new Date(publishedAt),
      author: [{ name: namespace, link: absolute(routes.profile(namespace)) }],
      category: [{ name: kind }],
    });
  }
  return xmlResponse(feed.atom1(), 'application/atom+xml', 300);
}
