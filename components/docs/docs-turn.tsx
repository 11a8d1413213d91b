import { routes } from '@/lib/routes';
import { DOCS_PAGES } from './pages';

/** The way on to the next page of the handbook, and back to the one before. */
export function DocsTurn({ slug }: { slug: (typeof DOCS_PAGES)[number]['slug'] }) {
  const at = DOCS_PAGES.findIndex((page) => page.slug === slug);
  const [previous, next] = [DOCS_PAGES[at - 1], DOCS_PAGES[at + 1]];
  return (
    <nav className="turn" aria-label="Next and previous page">
      {previous && (
        <a href={routes.docs(previous.slug)} rel="prev">
          <small>Previous</small> {previous.title}
        </a>
      )}
      {next && (
        <a href={routes.docs(next.slug)} rel="next">
          <small>Next</small> {next.title}
        </a>
      )}
    </nav>
  );
}
