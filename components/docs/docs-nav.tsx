import { routes } from '@/lib/routes';
import { DocsSearchForm } from './docs-search-form';
import { DOCS_PAGES } from './pages';

/** The search and the pages of the handbook: a column beside the text, or folded above it where there is no room. */
export function DocsNav({ current, q }: { current: string | null; q?: string }) {
  const links = DOCS_PAGES.map(({ slug, title }) => (
    <a key={slug} href={routes.docs(slug)} aria-current={slug === current ? 'page' : undefined}>
      {title}
    </a>
  ));
  return (
    <div className="pages">
      <DocsSearchForm q={q} />
      <details className="fold">
        <summary>All pages of the handbook</summary>
        <nav aria-label="Handbook">{links}</nav>
      </details>
      <nav className="column" aria-label="Handbook">
        {links}
      </nav>
    </div>
  );
}
