import { absolute } from '@/lib/syndication/absolute';
import { XML_HEAD, xmlResponse } from '@/lib/syndication/xml';
import { escapeXml } from '@/lib/utils/escape-markup';

export const dynamic = 'force-dynamic';

/** Lets a browser search the site from its address bar, with suggestions (OpenSearch 1.1). */
export function GET(): Response {
  const url = (path: string) => escapeXml(absolute(path));
  return xmlResponse(
    `${XML_HEAD}<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>dotkit</ShortName>
<Description>Search dotfile modules</Description>
<InputEncoding>UTF-8</InputEncoding>
<Image width="32" height="32" type="image/svg+xml">${url('/icon.svg')}</Image>
<Url type="text/html" template="${url('/explore')}?q={searchTerms}"/>
<Url type="application/x-suggestions+json" template="${url('/opensearch/suggest')}?q={searchTerms}"/>
<Url type="application/opensearchdescription+xml" rel="self" template="${url('/opensearch.xml')}"/>
</OpenSearchDescription>
`,
    'application/opensearchdescription+xml',
  );
}
