import type { PlanData } from './plan-data';

/** What a dry run of the install command prints for a module: the promise of the site, shown on a real module. */
export function InstallPlan({ plan: { ref, version, rows, more } }: { plan: PlanData }) {
  const count = rows.length + more;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="plan term" aria-label="Install plan" tabIndex={0}>
      <p>
        <i>$</i> npx dotkit install {ref} --dry-run
      </p>
      <p>
        {ref} <em>{version}</em> would write {count} {count === 1 ? 'path' : 'paths'}
      </p>
      <ul>
        {rows.map(([verb, tone, path, condition]) => (
          <li key={`${verb} ${path} ${condition}`}>
            <span data-tone={tone}>{verb}</span> <b>{path}</b>
            {condition && <em> on {condition}</em>}
          </li>
        ))}
        {more > 0 && <li>and {more} more</li>}
      </ul>
      <p>Nothing is written until you say yes.</p>
    </section>
  );
}
