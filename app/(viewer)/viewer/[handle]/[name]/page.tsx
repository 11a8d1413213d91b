import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Clashes, Neighbours } from '@/app/(storefront)/[handle]/[name]/relations';
import { AddToCollection } from '@/components/collections/add-to-collection';
import { moduleMetadata } from '@/components/modules/module-metadata';
import { ModuleView } from '@/components/modules/module-view';
import { StarButton } from '@/components/stars/star-button';
import { LinkButton } from '@/components/ui/button';
import { getActor } from '@/lib/accounts/queries';
import { listOwnCollections } from '@/lib/collections/queries';
import { getModule } from '@/lib/modules/queries';
import { routes } from '@/lib/routes';
import { hasStarred } from '@/lib/stars/queries';
import { namespaceOf } from '@/lib/utils/namespace-of';
import { getVersion } from '@/lib/versions/queries';
import type { Actor } from '@/types/actor';
import type { ModuleDto } from '@/types/module';

type Props = { params: Promise<{ handle: string; name: string }> };

async function load({ params }: Props) {
  const { handle, name } = await params;
  const namespace = namespaceOf(handle);
  const actor = await getActor();
  const module = namespace === null ? null : await getModule(namespace, name, actor);
  return { actor, module: module ?? notFound() };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return moduleMetadata((await load(props)).module);
}

async function Actions({ module, actor }: { module: ModuleDto; actor: Actor | null }) {
  const { namespace, name, stars } = module;
  const [starred, collections] = await Promise.all([
    hasStarred(namespace, name, actor),
    actor ? listOwnCollections(actor) : [],
  ]);
  return (
    <>
      <StarButton namespace={namespace} name={name} stars={stars} starred={starred} />
      {actor && <AddToCollection namespace={namespace} name={name} collections={collections} />}
      {actor?.username === namespace && (
        <LinkButton href={routes.moduleSettings(namespace, name)} look="quiet">
          Settings
        </LinkButton>
      )}
    </>
  );
}

/** The module page of somebody signed in: the same view, with their star, and with their own private modules. */
export default async function ViewerModulePage(props: Props) {
  const { actor, module } = await load(props);
  const version = (await getVersion(module.namespace, module.name, module.version, actor)) ?? notFound();
  return (
    <ModuleView
      module={module}
      version={version}
      actions={<Actions module={module} actor={actor} />}
      clashes={<Clashes module={module} version={version} actor={actor} />}
      neighbours={<Neighbours module={module} actor={actor} />}
    />
  );
}
