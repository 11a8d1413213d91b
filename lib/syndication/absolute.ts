import { siteUrl } from '@/lib/env';

/** The address of a page for readers outside the site. */
export const absolute = (path: string): string => new URL(path, siteUrl() ?? 'http://localhost:3000').href;
