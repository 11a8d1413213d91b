import { jsonForScript } from '@/lib/utils/escape-markup';

/** Facts for search engines, as schema.org names them. It is data: no browser runs it, and nothing in it can end the element. */
export function JsonLd({ facts }: { facts: Record<string, unknown>[] }) {
  const graph = { '@context': 'https://schema.org', '@graph': facts };
  // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON in which every < is written as an escape
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: jsonForScript(graph) }} />;
}
