import { ModuleSection } from '@/components/modules/module-section';
import { LinkButton } from '@/components/ui/button';
import { CLASH_EFFECTS } from '@/lib/relations/rules';
import { routes } from '@/lib/routes';
import type { ClashDto, OccupiedKind } from '@/types/relations';
import { Thing } from './thing';
import { KIND_WORDS, refOf } from './words';

const SHOWN = 6;
const KINDS: OccupiedKind[] = ['dest', 'command', 'alias', 'keys'];

function Rows({ clashes }: { clashes: ClashDto[] }) {
  return (
    <ul className="cl">
      {clashes.map((clash) => (
        <li key={clash.what}>
          <div>
            <Thing {...clash} />
          </div>
          <p>
            {clash.modules.map((module) => (
              <a key={refOf(module)} className="link" href={routes.module(module.namespace, module.name)}>
                {refOf(module)}
              </a>
            ))}
            {clash.count > clash.modules.length && (
              <span>
                and {clash.countIsBound && 'more than '}
                {clash.count - clash.modules.length} more
              </span>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}

function OfKind({ kind, clashes }: { kind: OccupiedKind; clashes: ClashDto[] }) {
  if (clashes.length === 0) return null;
  const rest = clashes.slice(SHOWN);
  return (
    <section className="part">
      <h3>{CLASH_EFFECTS[kind].title}</h3>
      <p className="mb-2 text-sm text-ink-2">{CLASH_EFFECTS[kind].effect}</p>
      <Rows clashes={clashes.slice(0, SHOWN)} />
      {rest.length > 0 && (
        <details className="more">
          <summary>
            {rest.length} more {rest.length === 1 ? KIND_WORDS[kind].one : KIND_WORDS[kind].many}
          </summary>
          <Rows clashes={rest} />
        </details>
      )}
    </section>
  );
}

type ClashSectionProps = { namespace: string; name: string; clashes: ClashDto[]; leftOut: number; declared: string[] };

/** What this module and others occupy both, and what happens then. */
export function ClashSection({ namespace, name, clashes, leftOut, declared }: ClashSectionProps) {
  const note =
    clashes.length > 0
      ? `${clashes.length + leftOut} ${clashes.length + leftOut === 1 ? 'thing' : 'things'} that other modules use too.`
      : 'Nothing here is used by another public module.';
  return (
    <ModuleSection id="clashes" title="Clashes with" note={note}>
      <div className="panels">
        {declared.length > 0 && (
          <p>
            Its author says that it does not go with{' '}
            {declared.map((ref, index) => (
              <span key={ref}>
                {index > 0 && ', '}
                <a className="link font-mono" href={`/${ref}`}>
                  {ref}
                </a>
              </span>
            ))}
            .
          </p>
        )}
        {KINDS.map((kind) => (
          <OfKind key={kind} kind={kind} clashes={clashes.filter((clash) => clash.kind === kind)} />
        ))}
        <p>
          <LinkButton href={routes.clashes(namespace, name)}>Check against what you have</LinkButton>
        </p>
      </div>
    </ModuleSection>
  );
}
