import type { Metadata } from 'next';
import { JsonLd } from '@/components/found/json-ld';
import { moduleMetadata } from '@/components/modules/module-metadata';
import { ModuleView } from '@/components/modules/module-view';
import { StarButton } from '@/components/stars/star-button';
import { absolute } from '@/lib/syndication/absolute';
import { factsOfModule } from '@/lib/syndication/facts';
import { loadBeside, loadModule, loadVersion, type ModuleParams } from './load';
import { Clashes, Members, Neighbours } from './relations';

export const revalidate = 3600;
export const generateStaticParams = () => [];

type Props = { params: Promise<ModuleParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return moduleMetadata(await loadModule(await params, null));
}

/** The public view of a module; anything that depends on the viewer is rendered by app/(viewer). */
export default async function ModulePage({ params }: Props) {
  const { module, version } = await loadVersion(await params, null);
  return (
    <>
      <JsonLd facts={factsOfModule(module, absolute)} />
      <ModuleView
        module={module}
        version={version}
        clashes={<Clashes module={module} version={version} actor={null} />}
        members={<Members module={module} actor={null} />}
        neighbours={<Neighbours module={module} actor={null} />}
        {...(await loadBeside(module, null))}
        actions={<StarButton namespace={module.namespace} name={module.name} stars={module.stars} starred={false} />}
      />
    </>
  );
}
