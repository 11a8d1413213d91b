import type { ReactNode } from 'react';
import { routes } from '@/lib/routes';
import { DocsSearchForm } from '../docs-search-form';
import { DocsTurn } from '../docs-turn';

export const API_PAGES = [
  { slug: '', title: 'Overview', about: 'How to call, limits, pages, keys.' },
  { slug: 'modules', title: 'Modules', about: 'Find, read and edit modules.' },
  { slug: 'versions', title: 'Versions', about: 'Read, download, yank.' },
  { slug: 'uploads', title: 'Uploads', about: 'Publish an archive.' },
  { slug: 'collections', title: 'Collections', about: 'Lists of modules.' },
  { slug: 'people', title: 'People', about: 'Profiles, and who you are.' },
  { slug: 'device', title: 'Device sign-in', about: 'Sign in without a browser of one’s own.' },
  { slug: 'about', title: 'Description', about: 'The OpenAPI document.' },
  { slug: 'shapes', title: 'Shapes', about: 'What the answers are made of.' },
  { slug: 'errors', title: 'Errors', about: 'Every code, and what it means.' },
] as const;
export type ApiSlug = (typeof API_PAGES)[number]['slug'];

export const apiPageOf = (slug: string) => API_PAGES.find((page) => page.slug === slug) ?? API_PAGES[0];

/** A page of the reference: its contents in the margin, and the way back to the handbook. */
export function ApiPage({ slug, children }: { slug: ApiSlug; children: ReactNode }) {
  const { title } = apiPageOf(slug);
  return (
    <div className="wrap docs">
      <div className="pages">
        <DocsSearchForm />
        <nav className="flat" aria-label="REST API">
          <a href={routes.docs()}>Handbook</a>
          {API_PAGES.map((page) => (
            <a
              key={page.slug}
              href={routes.apiReference(page.slug)}
              aria-current={page.slug === slug ? 'page' : undefined}
            >
              {page.title}
            </a>
          ))}
        </nav>
      </div>
      <article className="prose">
        <h1>{slug === '' ? 'REST API' : title}</h1>
        {children}
        {slug === '' && <DocsTurn slug="api" />}
      </article>
    </div>
  );
}
