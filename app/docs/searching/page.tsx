import { docsMetadata } from '@/components/docs/docs-metadata';
import { DocsPage } from '@/components/docs/docs-page';
import { routes } from '@/lib/routes';

export const metadata = docsMetadata('searching');

const OPERATORS: [example: string, finds: string][] = [
  [
    'kind:theme',
    'one kind: theme, prompt, plugin, editor, multiplexer, git, terminal, wm, packages, script, input, bundle',
  ],
  ['app:kitty', 'modules for a program'],
  ['os:macos', 'a system: linux, macos, windows, bsd'],
  ['shell:fish', 'a shell'],
  ['tag:minimal', 'a tag of the author'],
  ['license:mit', 'a licence'],
  ['author:ada', 'everything of a person'],
  ['appearance:dark', 'colour themes that are dark, light or both'],
  ['capability:none', 'what a module may do: runs, network, root or none'],
  ['stars:>10', 'numbers of stars: >10, <5, 10..50'],
  ['updated:7d', 'when it last changed: 7d, 2w, 3m, 1y, >2026-01-01, 2026-01-01..2026-02-01'],
];

export default function Searching() {
  return (
    <DocsPage slug="searching">
      <p>
        Press <kbd>/</kbd> or <kbd>Ctrl K</kbd> anywhere and type what you want: “calm tmux config”, “dark theme for
        kitty”. Names, titles, tags, summaries, commands, aliases and READMEs are searched. A module of exactly that
        name comes first, words are also found by how they begin, and a wrong letter is forgiven from four letters on.
      </p>
      <h2>Operators</h2>
      <p>These may stand anywhere in a search. Each becomes a filter that can be taken off again.</p>
      <dl className="toc">
        {OPERATORS.map(([example, finds]) => (
          <div key={example}>
            <dt>
              <a href={routes.explore({ q: example })}>{example}</a>
            </dt>
            <dd>{finds}</dd>
          </div>
        ))}
      </dl>
      <p>
        Put quotes around a value with blanks: <code>license:"MIT OR Apache-2.0"</code>.
      </p>
      <h2>Suggestions</h2>
      <p>
        While you type, the arrow keys choose among modules and <kbd>Enter</kbd> opens the chosen one; without a choice
        it searches. Recent searches are kept in your browser only: <kbd>Delete</kbd> removes one.
      </p>
    </DocsPage>
  );
}
