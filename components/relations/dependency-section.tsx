import { KIND_INFO } from '@/components/modules/kind-info';
import { ModuleSection } from '@/components/modules/module-section';
import { Badge } from '@/components/ui/badge';
import { routes } from '@/lib/routes';
import type { DependencyDto, RelatedDto, RelationsDto } from '@/types/relations';
import { GraphDrawing } from './graph-drawing';
import { refOf } from './words';

const STATES: Record<Exclude<DependencyDto['state'], 'found'>, string> = {
  absent: 'not public, or not there',
  unmatched: 'no version fits',
  withdrawn: 'every fitting version was yanked',
};

function Dependency({ of, self }: { of: DependencyDto; self: string }) {
  return (
    <li>
      {of.state === 'absent' ? (
        <code>{of.ref}</code>
      ) : (
        <a className="link font-mono" href={`/${of.ref}`}>
          {of.ref}
        </a>
      )}
      <span>
        <code>{of.range}</code>
        {of.resolved && (
          <>
            {' takes '}
            <code>{of.resolved}</code>
          </>
        )}
        {of.by !== self && ` · for ${of.by}`}
        {of.optional && ' · optional'}
        {of.cycle && ' · closes a circle'} {of.state !== 'found' && <Badge tone="warn">{STATES[of.state]}</Badge>}
        {of.deprecated && <Badge tone="warn">deprecated</Badge>}
      </span>
    </li>
  );
}

function Dependent({ of }: { of: RelatedDto }) {
  return (
    <li>
      <a className="link font-mono" href={routes.module(of.namespace, of.name)}>
        {refOf(of)}
      </a>
      <span>
        {of.title} · {KIND_INFO[of.kind].label.toLowerCase()}
      </span>
    </li>
  );
}

type DependencySectionProps = { self: string; isBundle: boolean; relations: RelationsDto };

/** What a module needs and what needs it: drawn, and in words. Nothing at all when it stands alone. */
export function DependencySection({ self, isBundle, relations }: DependencySectionProps) {
  const { dependencies, dependenciesLeftOut, dependents, dependentCount, dependentCountIsBound, graph } = relations;
  if (dependencies.length + dependents.length === 0) return null;
  const needed = isBundle ? 'Holds' : 'Needs';
  return (
    <ModuleSection
      id="dependencies"
      title="Depends on, and used by"
      note={graph && graph.leftOut > 0 ? `${graph.leftOut} more are not drawn.` : undefined}
    >
      <div className="panels">
        {graph && <GraphDrawing graph={graph} />}
        <div className="rel">
          {dependencies.length > 0 && (
            <section className="part">
              <h3>
                {needed} {dependencies.length + dependenciesLeftOut}
              </h3>
              <ul>
                {dependencies.map((one) => (
                  <Dependency key={`${one.by} ${one.ref}`} of={one} self={self} />
                ))}
              </ul>
            </section>
          )}
          {dependents.length > 0 && (
            <section className="part">
              <h3>
                Used by {dependentCount}
                {dependentCountIsBound && '+'}
              </h3>
              <ul>
                {dependents.map((one) => (
                  <Dependent key={refOf(one)} of={one} />
                ))}
              </ul>
              {dependentCount > dependents.length && <p className="text-sm text-ink-2">The most popular are listed.</p>}
            </section>
          )}
        </div>
      </div>
    </ModuleSection>
  );
}
