import { Search } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { routes } from '@/lib/routes';

/** The search of the handbook: a plain form. */
export function DocsSearchForm({ q = '' }: { q?: string | undefined }) {
  return (
    <search>
      <form action={routes.docsSearch()} className="docs-find">
        <label htmlFor="docs-find" className="sr-only">
          Search the handbook
        </label>
        <input
          id="docs-find"
          type="search"
          name="q"
          className="input"
          placeholder="Search the docs"
          defaultValue={q}
          maxLength={200}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          enterKeyHint="search"
        />
        <Button type="submit" aria-label="Search">
          <Search size={18} aria-hidden />
        </Button>
      </form>
    </search>
  );
}
