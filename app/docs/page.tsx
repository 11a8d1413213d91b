import { docsMetadata } from '@/components/docs/docs-metadata';
import { DocsPage } from '@/components/docs/docs-page';
import { DOCS_PAGES } from '@/components/docs/pages';
import { routes } from '@/lib/routes';

export const metadata = docsMetadata('');

export default function DocsIndex() {
  return (
    <DocsPage slug="">
      <p>
        dotkit is a catalogue of dotfile modules: shell plugins, prompts, editor and window-manager configs, colour
        themes and package lists. A module is a small archive with one file, <code>dotkit.json</code>, that says where
        each of its files goes. Because it says so, you can read the whole effect of installing it first.
      </p>
      <p>Four promises hold for every module:</p>
      <ul>
        <li>You see every path, alias and key that it touches before anything is written.</li>
        <li>A published version never changes. Its name is the sha256 of its bytes.</li>
        <li>A theme cannot run code. Each kind has a ceiling, and the verifier enforces it.</li>
        <li>An archive is handed out by a link that lives five minutes, never from a public folder.</li>
      </ul>
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
    </DocsPage>
  );
}
