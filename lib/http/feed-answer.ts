import 'server-only';
import { createHash } from 'node:crypto';
import { Feed } from 'feed';
import { siteUrl } from '@/lib/env';

export type FeedEntry = {
  title: string;
  /** An address of this site. It is the entry's id too, so it must never lead to another thing. */
  path: string;
  summary: string;
  publishedAt: string;
  /** When what the entry says last changed. */
  updatedAt: string;
  author: string;
};

const MAX_CHARACTERS = 4000;

type FeedOf = {
  title: string;
  description: string;
  path: string;
  feedPath: string;
  author?: string;
  entries: FeedEntry[];
};

/** What XML 1.0 cannot hold, not even escaped. */
const UNSPEAKABLE = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;
const speakable = (text: string) => text.replace(UNSPEAKABLE, '');
/** Readers take titles and summaries of entries for HTML. */
const asHtml = (text: string) =>
  speakable(text)
    .replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`)
    .replace(/\r?\n/g, '<br>');

const newestOf = (entries: FeedEntry[]) =>
  new Date(Math.max(0, ...entries.map(({ updatedAt }) => Date.parse(updatedAt))));

/** A feed in Atom. Its entries keep their ids whatever else changes, so that no reader shows one twice. */
export function atomFeed({ title, description, path, feedPath, author, entries }: FeedOf, site: string): string {
  const at = (where: string) => `${site}${where}`;
  const feed = new Feed({
    id: at(path),
    title: speakable(title),
    description: speakable(description),
    link: at(path),
    feedLinks: { atom: at(feedPath) },
    updated: newestOf(entries),
    generator: 'dotkit',
    ...(author ? { author: { name: author } } : {}),
  });
  for (const entry of entries) {
    feed.addItem({
      id: at(entry.path),
      link: at(entry.path),
      title: asHtml(entry.title),
      description: asHtml(entry.summary.slice(0, MAX_CHARACTERS)),
      published: new Date(entry.publishedAt),
      date: new Date(entry.updatedAt),
      author: [{ name: entry.author }],
    });
  }
  return feed.atom1();
}

/** A feed as an answer that readers may ask for again at no cost. `isPersonal` keeps it from shared caches. */
export function feedAnswer(request: Request, feed: FeedOf, isPersonal: boolean): Response {
  const body = atomFeed(feed, (siteUrl() ?? new URL(request.url)).origin);
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  const headers = {
    'content-type': 'application/atom+xml; charset=utf-8',
    'cache-control': isPersonal ? 'private, no-store' : 'public, max-age=300',
    vary: 'cookie',
    etag,
  };
  const known = request.headers
    .get('if-none-match')
    ?.split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''));
  return known?.includes(etag) ? new Response(null, { status: 304, headers }) : new Response(body, { headers });
}
