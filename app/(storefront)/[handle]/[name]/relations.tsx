import { ClashSection } from '@/components/relations/clash-section';
import { DependencySection } from '@/components/relations/dependency-section';
import { TogetherSection } from '@/components/relations/together-section';
import { getRelations, listClashes, listTogether } from '@/lib/relations/queries';
import type { Actor } from '@/types/actor';
import type { ModuleDto, VersionDto } from '@/types/module';

type RelationsProps = { module: ModuleDto; version: VersionDto; actor: Actor | null };

const declaredConflicts = ({ manifest: { conflicts } }: VersionDto) =>
  Array.isArray(conflicts) ? conflicts.filter((ref): ref is string => typeof ref === 'string') : [];

/** What this module and others occupy both. */
export async function Clashes({ module: { namespace, name }, version, actor }: RelationsProps) {
  const clashes = await listClashes(namespace, name, actor);
  return <ClashSection namespace={namespace} name={name} declared={declaredConflicts(version)} {...clashes} />;
}

/** What a module needs, what needs it, and what it is kept beside. */
export async function Neighbours({ module, actor }: Omit<RelationsProps, 'version'>) {
  const { namespace, name, kind } = module;
  const [relations, together] = await Promise.all([
    getRelations(namespace, name, actor),
    module.visibility === 'public' ? listTogether(namespace, name) : null,
  ]);
  const self = `@${namespace}/${name}`;
  return (
    <>
      <DependencySection self={self} isBundle={kind === 'bundle'} relations={relations} />
      {together && <TogetherSection self={self} together={together} />}
    </>
  );
}
