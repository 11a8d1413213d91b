import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { moduleMetadata } from '@/components/modules/module-metadata';
import { ModuleView } from '@/components/modules/module-view';
import { getModule } from '@/lib/modules/queries';
import { routes } from '@/lib/routes';
import { namespaceOf } from '@/lib/utils/namespace-of';
import { getVersion } from '@/lib/versions/queries';

export const revalidate = 3600;
export const generateStaticParams = () => [];

type Props = { params: Promise<{ handle: string; name: string; version: string }> };

async function load({ params }: Props) {
  const { handle, name, version: encoded } = await params;
  const namespace = namespaceOf(handle);
  if (namespace === null) notFound();
  const module = (await getModule(namespace, name, null)) ?? notFound();
  const version = (await getVersion(namespace, name, decodeURIComponent(encoded), null)) ?? notFound();
  return { module, version };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { module, version } = await load(props);
  const path = routes.version(module.namespace, module.name, version.version);
  return moduleMetadata(module, { title: `Version ${version.version}`, path });
}

export default async function VersionPage(props: Props) {
  const { module, version } = await load(props);
  return <ModuleView module={module} version={version} />;
}
