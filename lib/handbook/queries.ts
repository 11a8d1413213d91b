import 'server-only';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PageSource, readPageSource, type Section } from './page-source';
import { GENERATED_SECTIONS } from './reference-sections';
import { type HandbookHit, handbookSearch } from './search';

const FOLDER = join(process.cwd(), 'content/docs');
type PageTitle = { slug: string; title: string; summary: string };

const fileOf = (slug: string) => join(FOLDER, `${slug || 'index'}.mdx`);

/** A page of the handbook as text; `slug` is one of ours, never what a visitor typed. The first page has an empty one. */
export function getPageSource(slug: string): PageSource {
  return readPageSource(readFileSync(fileOf(slug), 'utf8'), GENERATED_SECTIONS);
}

/** A page that is not written in MDX is found by its title and summary alone. */
function sectionsOf(slug: string): Section[] {
  return existsSync(fileOf(slug)) ? getPageSource(slug).sections : [{ id: '', level: 1, title: '', text: '' }];
}

let search: ((q: string) => HandbookHit[]) | undefined;

/** Sections of the given pages that fit the words, best first, at most 20. Pages never change while a process runs. */
export function searchHandbook(q: string, pages: readonly PageTitle[]): HandbookHit[] {
  search ??= handbookSearch(
    pages.flatMap(({ slug, title, summary }) =>
      sectionsOf(slug).map((section) => ({
        id: section.id ? `${slug}#${section.id}` : slug,
        page: title,
        heading: section.title,
        text: section.level === 1 ? `${summary} ${section.text}` : section.text,
      })),
    ),
  );
  return search(q);
}
