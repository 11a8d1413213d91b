import { routes } from '@/lib/routes';
import { DOCS_PAGES } from './pages';

/** Every page of the handbook with what it is about. */
export function DocsIndex() {
  return (
    <dl className="toc">
      {DOCS_PAGES.slice(1).map(({ slug, title, summary }) => (
        <div key={slug}>
          <dt>
            <a href={routes.docs(slug)}>{title}</a>
          </dt>
          <dd>{summary}</dd>
        </div>
      ))}
    </dl>
  );
}
