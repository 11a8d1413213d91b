'use client';

import type { DiffLine } from '@/types/diff';

const signOf = (before: number, after: number) => (before === 0 ? '+' : after === 0 ? '-' : ' ');

/** The words of a line; those that changed are marked as what they are. */
function Words({ words, sign }: { words: string[]; sign: string }) {
  const Changed = sign === '+' ? 'ins' : 'del';
  return words.map((text, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the words of one line never move
    at % 2 === 0 ? text : <Changed key={at}>{text}</Changed>,
  );
}

/**
 * The changed lines of one file, with those around them. A client component, so that its lines travel as arrays, not as
 * element trees.
 */
export function DiffLines({ path, hunks }: { path: string; hunks: DiffLine[][] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="df" aria-label={`Changed lines of ${path}`} tabIndex={0}>
      <table>
        <thead className="sr-only">
          <tr>
            <th scope="col">Line before</th>
            <th scope="col">Line after</th>
            <th scope="col">Change</th>
            <th scope="col">Text</th>
          </tr>
        </thead>
        {hunks.map((hunk) => (
          <tbody key={`${hunk[0]?.[0]},${hunk[0]?.[1]}`}>
            {hunk.map(([before, after, ...words]) => {
              const sign = signOf(before, after);
              return (
                <tr key={`${before},${after}`} data-sign={sign === ' ' ? undefined : sign}>
                  <td>{before || ''}</td>
                  <td>{after || ''}</td>
                  <td>{sign}</td>
                  <td>
                    <Words words={words} sign={sign} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        ))}
      </table>
    </section>
  );
}
