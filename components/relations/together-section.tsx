import { KIND_INFO } from '@/components/modules/kind-info';
import { ModuleSection } from '@/components/modules/module-section';
import { routes } from '@/lib/routes';
import type { TogetherDto } from '@/types/relations';
import { refOf } from './words';

const count = (number: number, one: string, many: string) =>
  number > 0 ? [`${number} ${number === 1 ? one : many}`] : [];

const reasons = ({ collections, bundles, people }: TogetherDto) =>
  [
    ...count(collections, 'collection', 'collections'),
    ...count(bundles, 'bundle', 'bundles'),
    ...count(people, 'person', 'people'),
  ].join(', ');

/** What people keep beside this module, and how we know. */
export function TogetherSection({ self, together }: { self: string; together: TogetherDto[] }) {
  return (
    <ModuleSection
      id="together"
      title="Often installed together"
      note="By public collections, bundles, and stars that at least three people gave to both."
    >
      {together.length > 0 ? (
        <ul className="strip">
          {together.map((module) => (
            <li key={refOf(module)}>
              <a className="link" href={routes.module(module.namespace, module.name)}>
                {module.title}
              </a>
              <code>
                <b className="text-pen">{KIND_INFO[module.kind].sigil}</b> {refOf(module)}
              </code>
              <span>{reasons(module)}</span>
              <a className="go text-sm text-ink-2" href={routes.compare([self, refOf(module)])}>
                Compare<span className="sr-only"> with {module.title}</span>
              </a>
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-ink-2">Not enough people keep it beside something else yet.</p>
      )}
    </ModuleSection>
  );
}
