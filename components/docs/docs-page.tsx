import type { ReactNode } from 'react';
import { routes } from '@/lib/routes';
import { DocsNav } from './docs-nav';
import { DOCS_PAGES } from './pages';

type DocsPageProps = {
  slug: (typeof DOCS_PAGES)[number]['slug'];
  /** Headings of the page; those of the second level are its table of contents. */
  sections?: readonly { id: string; level: number; title: string }[];
  children: ReactNode;
};

/** A page of the handbook: its pages in the left margin, its own contents in the right one, text in the measure. */
export function DocsPage({ slug, sections = [], children }: DocsPageProps) {
  const at = DOCS_PAGES.findIndex((page) => page.slug === slug);
  const [previous, next] = [DOCS_PAGES[at - 1], DOCS_PAGES[at + 1]];
  const contents = sections.filter(({ level }) => level === 2);
  const links = contents.map(({ id, title }) => (
    <a key={id} href={`#${id}`}>
      {title}
    </a>
  ));
  return (
    <div className="wrap docs">
      <DocsNav current={slug} />
      <article className="prose">
        <h1>{DOCS_PAGES[at]?.title}</h1>
        {links.length > 1 && (
          <details className="fold">
            <summary>On this page</summary>
            <nav aria-label="On this page">{links}</nav>
          </details>
        )}
        {children}
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
      </article>
      {links.length > 1 && (
        <aside className="margin">
          <nav aria-label="On this page">{links}</nav>
        </aside>
      )}
    </div>
  );
}
