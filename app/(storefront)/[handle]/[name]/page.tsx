import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { moduleMetadata } from '@/components/modules/module-metadata';
import { ModuleView } from '@/components/modules/module-view';
import { StarButton } from '@/components/stars/star-button';
import { getModule } from '@/lib/modules/queries';
import { namespaceOf } from '@/lib/utils/namespace-of';
import { getVersion } from '@/lib/versions/queries';

import { Clashes, Neighbours } from './relations';

export const revalidate = 3600;
export const generateStaticParams = () => [];

type Props = { params: Promise<{ handle: string; name: string }> };

/** The public view of a module; anything that depends on the viewer is rendered by app/(viewer). */
async function load({ params }: Props) {
  const { handle, name } = await params;
  const namespace = namespaceOf(handle);
  const module = namespace === null ? null : await getModule(namespace, name, null);
  return module ?? notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return moduleMetadata(await load(props));
}

export default async function ModulePage(props: Props) {
  const module = await load(props);
  const version = (await getVersion(module.namespace, module.name, module.version, null)) ?? notFound();
  return (
    <ModuleView
      module={module}
      version={version}
      clashes={<Clashes module={module} version={version} actor={null} />}
      neighbours={<Neighbours module={module} actor={null} />}
      actions={<StarButton namespace={module.namespace} name={module.name} stars={module.stars} starred={false} />}
    />
  );
}
