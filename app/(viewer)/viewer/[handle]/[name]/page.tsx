import type { Metadata } from 'next';
import { loadBeside, loadModule, loadVersion, type ModuleParams } from '@/app/(storefront)/[handle]/[name]/load';
import { Clashes, Members, Neighbours } from '@/app/(storefront)/[handle]/[name]/relations';
import { AddToCollection } from '@/components/collections/add-to-collection';
import { moduleMetadata } from '@/components/modules/module-metadata';
import { ModuleView } from '@/components/modules/module-view';
import { StarButton } from '@/components/stars/star-button';
import { LinkButton } from '@/components/ui/button';
import { getActor } from '@/lib/accounts/queries';
import { listOwnCollections } from '@/lib/collections/queries';
import { routes } from '@/lib/routes';
import { hasStarred } from '@/lib/stars/queries';
import type { Actor } from '@/types/actor';
import type { ModuleDto } from '@/types/module';

type Props = { params: Promise<ModuleParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return moduleMetadata(await loadModule(await params, await getActor()));
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
export default async function ViewerModulePage({ params }: Props) {
  const actor = await getActor();
  const { module, version } = await loadVersion(await params, actor);
  return (
    <ModuleView
      module={module}
      version={version}
      actions={<Actions module={module} actor={actor} />}
      clashes={<Clashes module={module} version={version} actor={actor} />}
      members={<Members module={module} actor={actor} />}
      neighbours={<Neighbours module={module} actor={actor} />}
      {...(await loadBeside(module, actor))}
    />
  );
}
