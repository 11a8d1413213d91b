import { routes } from '@/lib/routes';

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

/** Each operator as a search that can be tried. */
export function SearchOperators() {
  return (
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
  );
}
