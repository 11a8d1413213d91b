import type { Metadata } from 'next';
import { DocsHits } from '@/components/docs/docs-hits';
import { DocsNav } from '@/components/docs/docs-nav';
import { DOCS_PAGES } from '@/components/docs/pages';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { searchHandbook } from '@/lib/handbook/queries';
import { handbookQuerySchema } from '@/lib/handbook/schema';
import { routes } from '@/lib/routes';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const metadata: Metadata = {
  title: 'Search the handbook',
  description: 'Find a page of the handbook by its words.',
  alternates: { canonical: routes.docsSearch() },
  robots: { index: false, follow: true },
};

function Results({ q }: { q: string }) {
  if (q === '') return <p>Type what you want to know: “undo an install”, “token in CI”, “template”.</p>;
  const hits = searchHandbook(q, DOCS_PAGES);
  if (hits.length > 0) {
    return (
      <>
        <p role="status">
          {hits.length} {hits.length === 1 ? 'section' : 'sections'} for “{q}”
        </p>
        <DocsHits hits={hits} q={q} />
      </>
    );
  }
  return (
    <EmptyState title={`Nothing in the handbook fits “${q}”`}>
      <p>
        Try fewer or other words, or <a href={routes.explore({ q })}>search the modules</a> instead.
      </p>
    </EmptyState>
  );
}

/** The search of the handbook. Every answer is a page of its own, so it needs no JavaScript. */
export default async function HandbookSearch({ searchParams }: Props) {
  const { q: given } = await searchParams;
  const asked = handbookQuerySchema.safeParse({ q: given });
  const first = Array.isArray(given) ? given[0] : given;
  return (
    <div className="wrap docs">
      <DocsNav current={null} q={asked.success ? asked.data.q : (first ?? '').slice(0, 200)} />
      <article className="prose">
        <h1>Search the handbook</h1>
        {asked.success ? (
          <Results q={asked.data.q} />
        ) : (
          <Notice tone="bad" title={asked.error.issues[0]?.message ?? 'This search cannot be read.'} />
        )}
      </article>
    </div>
  );
}
