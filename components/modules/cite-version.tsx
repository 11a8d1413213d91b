import { CopyButton } from '@/components/ui/copy-button';
import { routes } from '@/lib/routes';
import { bibtexCitation, integrityOf, plainCitation } from '@/lib/utils/citation';
import type { ModuleDto, VersionDto } from '@/types/module';

function Line({ title, text, what }: { title: string; text: string; what: string }) {
  return (
    <div className="cite">
      <dt>
        {title} <CopyButton text={text} what={what} />
      </dt>
      <dd>
        <code>{text}</code>
      </dd>
    </div>
  );
}

type CiteVersionProps = { module: Pick<ModuleDto, 'title'>; version: VersionDto; site: string };

/** Exactly these bytes, in the forms in which others want them named. */
export function CiteVersion({ module, version: of, site }: CiteVersionProps) {
  const { namespace, name, version, publishedAt, sha256 } = of;
  const url = `${site}${routes.version(namespace, name, version)}`;
  const cited = { namespace, name, title: module.title, version, publishedAt, sha256, url };
  return (
    <details className="fold" id="cite">
      <summary>Cite or check these bytes</summary>
      <dl>
        <Line title="sha256" text={sha256} what="sha256" />
        <Line title="Integrity" text={integrityOf(sha256)} what="integrity" />
        <Line title="Citation" text={plainCitation(cited)} what="citation" />
        <Line title="BibTeX" text={bibtexCitation(cited)} what="BibTeX entry" />
      </dl>
    </details>
  );
}
