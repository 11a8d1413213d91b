import { routes } from '@/lib/routes';
import { matchedParts } from '@/lib/utils/matched-parts';

type Hit = { address: string; page: string; heading: string; excerpt: string };

function Marked({ text, q }: { text: string; q: string }) {
  return matchedParts(text, q).map(([part, isMatch], at) =>
    isMatch ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
      <mark key={at}>{part}</mark>
    ) : (
      part
    ),
  );
}

/** Sections of the handbook that fit a search, best first. */
export function DocsHits({ hits, q }: { hits: readonly Hit[]; q: string }) {
  return (
    <ol className="docs-hits" aria-label="Results">
      {hits.map(({ address, page, heading, excerpt }) => (
        <li key={address}>
          <a href={routes.docs(address)}>
            <Marked text={heading || page} q={q} />
          </a>
          {heading && <small>{page}</small>}
          <p>
            <Marked text={excerpt} q={q} />
          </p>
        </li>
      ))}
    </ol>
  );
}
