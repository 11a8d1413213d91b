import { LinkButton } from './button';

/** Cursor paging as links. An absent address is a step that does not exist. */
export function Pagination({ first, previous, next }: { first?: string; previous?: string; next?: string }) {
  if (!first && !previous && !next) return null;
  return (
    <nav aria-label="Pages" className="flex flex-wrap gap-3 py-6">
      {first && <LinkButton href={first}>First page</LinkButton>}
      {previous && (
        <LinkButton href={previous} rel="prev">
          Previous page
        </LinkButton>
      )}
      {next && (
        <LinkButton href={next} rel="next" look="solid">
          Next page
        </LinkButton>
      )}
    </nav>
  );
}
