import { highlight } from './highlight';
import { languageOf } from './language';
import { Runs } from './runs';

/** A block of code inside prose. */
export async function CodeBlock({ code, language }: { code: string; language: string }) {
  const lines = await highlight(code, languageOf(language));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <pre className="code" tabIndex={0}>
      <code>
        {lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one block never move
          <span key={at}>
            <Runs line={line} />
            {'\n'}
          </span>
        ))}
      </code>
    </pre>
  );
}
