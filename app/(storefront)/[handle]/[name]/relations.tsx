import { toCard } from '@/components/modules/card-data';
import { ModuleCards } from '@/components/modules/module-cards';
import { ClashSection } from '@/components/relations/clash-section';
import { DependencySection } from '@/components/relations/dependency-section';
import { TogetherSection } from '@/components/relations/together-section';
import { markNamed } from '@/lib/infra/page-tags';
import { parseRef } from '@/lib/manifest/names';
import { getRelations, listClashes, listMembers, listTogether } from '@/lib/relations/queries';
import type { Actor } from '@/types/actor';
import type { ModuleDto, VersionDto } from '@/types/module';

type RelationsProps = { module: ModuleDto; version: VersionDto; actor: Actor | null };

const declaredConflicts = ({ manifest: { conflicts } }: VersionDto) =>
  Array.isArray(conflicts) ? conflicts.filter((ref): ref is string => typeof ref === 'string') : [];

/** What this module and others occupy both. */
export async function Clashes({ module: { namespace, name }, version, actor }: RelationsProps) {
  const clashes = await listClashes(namespace, name, actor);
  if (!actor) await markNamed(clashes.clashes.flatMap(({ modules }) => modules));
  return <ClashSection namespace={namespace} name={name} declared={declaredConflicts(version)} {...clashes} />;
}

/** What a module needs, what needs it, and what it is kept beside. */
export async function Neighbours({ module, actor }: Omit<RelationsProps, 'version'>) {
  const { namespace, name, kind } = module;
  const [relations, together] = await Promise.all([
    getRelations(namespace, name, actor),
    module.visibility === 'public' ? listTogether(namespace, name) : null,
  ]);
  if (!actor) {
    const needed = relations.dependencies.flatMap(({ ref }) => parseRef(ref) ?? []);
    await markNamed([...needed, ...relations.dependents, ...(together ?? [])]);
  }
  const self = `@${namespace}/${name}`;
  return (
    <>
      <DependencySection self={self} isBundle={kind === 'bundle'} relations={relations} />
      {together && <TogetherSection self={self} together={together} />}
    </>
  );
}

/** The members of a bundle, each as its own card; nothing for any other kind. */
export async function Members({ module: { kind, kindFields }, actor }: Omit<RelationsProps, 'version'>) {
  const members = kind === 'bundle' && Array.isArray(kindFields.modules) ? kindFields.modules : [];
  const cards = await listMembers(members.map(({ ref }: { ref: string }) => ref));
  if (cards.length === 0) return null;
  if (!actor) await markNamed(cards);
  return (
    <div className="members">
      <ModuleCards cards={cards.map(toCard)} strip="always" />
    </div>
  );
}
