import type { ModuleDto } from '@/types/module';
import { conditionOf, groupWrites, WRITE_VERBS } from './write-verb';

const ROWS = 6;

/** What a dry run of the install command prints for a module: the promise of the site, shown on a real module. */
export function InstallPlan({ module }: { module: Pick<ModuleDto, 'namespace' | 'name' | 'version' | 'writes'> }) {
  const rows = groupWrites(module.writes).flatMap((group) =>
    group.rows.map(({ file, write }) => ({ path: group.directory + file, write })),
  );
  const more = rows.length - ROWS;
  return (
    <div className="plan term">
      <p>
        <i>$</i> npx dotkit install @{module.namespace}/{module.name} --dry-run
      </p>
      <p>
        @{module.namespace}/{module.name} <em>{module.version}</em> would write {rows.length}{' '}
        {rows.length === 1 ? 'path' : 'paths'}
      </p>
      <ul>
        {rows.slice(0, ROWS).map(({ path, write }) => (
          <li key={`${path} ${write.mode} ${write.src ?? write.line ?? ''}`}>
            <span data-tone={WRITE_VERBS[write.mode].tone}>{WRITE_VERBS[write.mode].verb}</span> <b>{path}</b>
            {conditionOf(write) && <em> on {conditionOf(write)}</em>}
          </li>
        ))}
        {more > 0 && <li>and {more} more</li>}
      </ul>
      <p>Nothing is written until you say yes. `dotkit rollback` restores every byte.</p>
    </div>
  );
}
