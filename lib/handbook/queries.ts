import 'server-only';
import { listErrors, listGroupReferences } from '@/lib/http/reference';
import type { Section } from './page-source';
import { getPageSource, isWritten } from './pages';
import { type HandbookHit, type HandbookText, handbookSearch } from './search';

type PageTitle = { slug: string; title: string; summary: string };

/** A page that is not written in MDX is found by its title and summary alone. */
function sectionsOf(slug: string): Section[] {
  return isWritten(slug) ? getPageSource(slug).sections : [{ id: '', level: 1, title: '', text: '' }];
}

/** Operations and refusals of the API, each found by itself. */
function* apiTexts(): Generator<HandbookText> {
  for (const { group, about, operations } of listGroupReferences()) {
    for (const { id, method, path, summary, description } of operations)
      yield { id: `api/${group}#${id}`, page: about, heading: summary, text: `${method} ${path} ${description}` };
  }
  for (const { code, status, sentence } of listErrors())
    yield { id: `api/errors#${code}`, page: 'Errors of the API', heading: code, text: `${status}: ${sentence}` };
}

function* pageTexts({ slug, title, summary }: PageTitle): Generator<HandbookText> {
  for (const { id, level, title: heading, text } of sectionsOf(slug))
    yield { id: id ? `${slug}#${id}` : slug, page: title, heading, text: level === 1 ? `${summary} ${text}` : text };
}

let search: ((q: string) => HandbookHit[]) | undefined;

/** Sections of the given pages, and of the API, that fit the words, best first, at most 20. None changes while a process runs. */
export function searchHandbook(q: string, pages: readonly PageTitle[]): HandbookHit[] {
  search ??= handbookSearch([...pages.flatMap((page) => [...pageTexts(page)]), ...apiTexts()]);
  return search(q);
}
