import type { Metadata } from 'next';
import { socialCard } from '@/components/layout/social-card';
import { routes } from '@/lib/routes';
import { type ApiSlug, apiPageOf } from './api-page';

export function apiMetadata(slug: ApiSlug): Metadata {
  const page = apiPageOf(slug);
  const url = routes.apiReference(slug);
  const title = slug === '' ? 'REST API' : `${page.title} · REST API`;
  return {
    title,
    description: page.about,
    alternates: { canonical: url },
    openGraph: socialCard({ title, description: page.about, url }),
  };
}
