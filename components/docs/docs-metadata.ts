import type { Metadata } from 'next';
import { socialCard } from '@/components/layout/social-card';
import { routes } from '@/lib/routes';
import { DOCS_PAGES } from './pages';

export function docsMetadata(slug: (typeof DOCS_PAGES)[number]['slug']): Metadata {
  const page = DOCS_PAGES.find((entry) => entry.slug === slug);
  const url = routes.docs(slug);
  const title = page?.title ?? 'Handbook';
  const description = page?.summary ?? '';
  return { title, description, alternates: { canonical: url }, openGraph: socialCard({ title, description, url }) };
}
