import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { CLASH_EFFECTS, type Occupied } from '@/lib/relations/rules';
import { routes } from '@/lib/routes';
import { CompareForm } from './compare-form';
import type { Compared } from './compare-rows';
import { CompareTable } from './compare-table';
import { Thing } from './thing';

const SHOWN = 12;

type SharedThing = Occupied & { refs: string[] };

function SharedThings({ shared, count }: { shared: SharedThing[]; count: number }) {
  if (count < 2) return null;
  const rest = shared.length - SHOWN;
  return (
    <section className="sec" aria-labelledby="among">
      <h2 id="among">Clashes among them</h2>
      {shared.length === 0 ? (
        <p className="text-ink-2">None: no path, command, alias or key binding is in more than one of them.</p>
      ) : (
        <ul className="cl">
          {shared.slice(0, SHOWN).map(({ refs, ...thing }) => (
            <li key={`${thing.kind} ${thing.what}`}>
              <div>
                <Thing {...thing} />
              </div>
              <p>
                {refs.map((ref) => (
                  <code key={ref}>{ref}</code>
                ))}
                <span>
                  {CLASH_EFFECTS[thing.kind].title}. {CLASH_EFFECTS[thing.kind].effect}
                </span>
              </p>
            </li>
          ))}
        </ul>
      )}
      {rest > 0 && <p className="mt-2 text-ink-2">and {rest} more</p>}
    </section>
  );
}

type CompareViewProps = { columns: Compared[]; missing: string[]; problems: string[]; shared: SharedThing[] };

/** Up to four modules side by side, what they would fight over, and a way to add one more. */
export function CompareView({ columns, missing, problems, shared }: CompareViewProps) {
  const sentences = [
    ...problems,
    ...missing.map((ref) => `There is no public module ${ref}. Look for it under Explore; names are all lower case.`),
  ];
  return (
    <div className="wrap grid gap-6 pt-8">
      <h1 className="text-2xl">Compare modules</h1>
      {sentences.length > 0 && (
        <Notice tone="warn" title="Not everything could be compared">
          {sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Notice>
      )}
      {columns.length > 0 ? (
        <CompareTable columns={columns} />
      ) : (
        <EmptyState title="Nothing to compare yet">
          Name up to four modules, such as <code>@ada/tmux-calm</code>, or start from a module’s page. All are in{' '}
          <a className="link" href={routes.explore()}>
            Explore
          </a>
          .
        </EmptyState>
      )}
      <CompareForm refs={columns.map(({ ref }) => ref)} />
      <SharedThings shared={shared} count={columns.length} />
    </div>
  );
}
