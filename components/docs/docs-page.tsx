import type { ReactNode } from 'react';
import { DocsNav } from './docs-nav';
import { DocsTurn } from './docs-turn';
import { DOCS_PAGES } from './pages';

type DocsPageProps = {
  slug: (typeof DOCS_PAGES)[number]['slug'];
  /** Headings of the page; those of the second level are its table of contents. */
  sections?: readonly { id: string; level: number; title: string }[];
  children: ReactNode;
};

/** A page of the handbook: its pages in the left margin, its own contents in the right one, text in the measure. */
export function DocsPage({ slug, sections = [], children }: DocsPageProps) {
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
        <h1>{DOCS_PAGES.find((page) => page.slug === slug)?.title}</h1>
        {links.length > 1 && (
          <details className="fold">
            <summary>On this page</summary>
            <nav aria-label="On this page">{links}</nav>
          </details>
        )}
        {children}
        <DocsTurn slug={slug} />
      </article>
      {links.length > 1 && (
        <aside className="margin">
          <nav aria-label="On this page">{links}</nav>
        </aside>
      )}
    </div>
  );
}
