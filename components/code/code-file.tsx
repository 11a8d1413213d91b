'use client';

import { useRef } from 'react';
import type { CodeLine } from './highlight';
import { Runs } from './runs';
import { useLineRange } from './use-line-range';

/**
 * A whole file with an address for each line (`#L10`) and for stretches of them (`#L10-L20`, by a click and a click with Shift).
 * A client component, so that its lines travel as arrays, not as element trees.
 */
export function CodeFile({ lines }: { lines: CodeLine[] }) {
  const code = useRef<HTMLElement>(null);
  const onClick = useLineRange(code);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <pre className="code file" tabIndex={0}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link is a click too */}
      <code ref={code} onClick={onClick}>
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
