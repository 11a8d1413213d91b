import type { ReactNode } from 'react';
import { routes } from '@/lib/routes';
import { DOCS_PAGES } from './pages';

type DocsPageProps = { slug: (typeof DOCS_PAGES)[number]['slug']; children: ReactNode };

/** A page of the handbook: contents in the margin, text in the measure. */
export function DocsPage({ slug, children }: DocsPageProps) {
  const at = DOCS_PAGES.findIndex((page) => page.slug === slug);
  const next = DOCS_PAGES[at + 1];
  return (
    <div className="wrap docs">
      <nav aria-label="Handbook">
        {DOCS_PAGES.map((page) => (
          <a key={page.slug} href={routes.docs(page.slug)} aria-current={page.slug === slug ? 'page' : undefined}>
            {page.title}
          </a>
        ))}
      </nav>
      <article className="prose">
        <h1>{DOCS_PAGES[at]?.title}</h1>
        {children}
        {next && (
          <p className="next">
            Next: <a href={routes.docs(next.slug)}>{next.title}</a>
          </p>
        )}
      </article>
    </div>
  );
}
