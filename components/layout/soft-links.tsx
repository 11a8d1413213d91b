'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useTransition } from 'react';

const INTENT_MS = 80;
const HARD = /^\/(?:api|sign-in|sign-out|schema)(?:[/?]|$)|^\/(?:feed|sitemap)\.xml|\/feed\.xml$/;

/** Pages under a content policy of their own, which comes with the document: the browser must load one to come under it. */
const PERSONAL = /^\/(?:dashboard|settings|device|admin)(?:\/|$)/;

/** The in-site path that an event's link leads to, or null where the browser must do it: other sites, files, new tabs, anchors. */
function softPath(event: Event): string | null {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link?.href || link.target || link.hasAttribute('download') || link.origin !== location.origin) return null;
  if (HARD.test(link.pathname) || PERSONAL.test(link.pathname) !== PERSONAL.test(location.pathname)) return null;
  if (link.hash && link.pathname === location.pathname && link.search === location.search) return null;
  return link.pathname + link.search + link.hash;
}

const isPlainClick = (event: MouseEvent) =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey && !event.defaultPrevented;

/**
 * Soft navigation for every plain `<a>` of the site by one listener. A component per link would ship and hydrate a hundred of
 * them on a listing, and fetching ahead whatever is in view would cost the origin a page for each card; here intent decides.
 */
export function SoftLinks() {
  const router = useRouter();
  const [busy, startTransition] = useTransition();

  useEffect(() => {
    document.documentElement.toggleAttribute('data-busy', busy);
  }, [busy]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const follow = (event: MouseEvent) => {
      const path = isPlainClick(event) ? softPath(event) : null;
      if (path === null) return;
      event.preventDefault();
      startTransition(() => router.push(path));
    };
    const fetchAhead = (event: Event) => {
      clearTimeout(timer);
      const path = softPath(event);
      if (path !== null) timer = setTimeout(() => router.prefetch(path), INTENT_MS);
    };
    document.addEventListener('click', follow);
    document.addEventListener('pointerover', fetchAhead);
    document.addEventListener('focusin', fetchAhead);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('click', follow);
      document.removeEventListener('pointerover', fetchAhead);
      document.removeEventListener('focusin', fetchAhead);
    };
  }, [router]);

  return null;
}
