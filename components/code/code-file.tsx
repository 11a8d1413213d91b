'use client';

import type { CodeLine } from './highlight';
import { Runs } from './runs';

/** A whole file with an address for each line (`#L10`). A client component, so that its lines travel as arrays, not as element trees. */
export function CodeFile({ lines }: { lines: CodeLine[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <pre className="code file" tabIndex={0}>
      <code>
        {lines.map((line, at) => {
          const id = `L${at + 1}`;
          return (
            <span key={id} id={id}>
              <a href={`#${id}`}>{at + 1}</a>
              <Runs line={line} />
              {'\n'}
            </span>
          );
        })}
      </code>
    </pre>
  );
}
