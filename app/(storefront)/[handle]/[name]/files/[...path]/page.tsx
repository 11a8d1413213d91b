import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { highlight } from '@/components/code/highlight';
import { languageOf } from '@/components/code/language';
import { FileView } from '@/components/modules/file-view';
import { moduleMetadata } from '@/components/modules/module-metadata';
import { getModule } from '@/lib/modules/queries';
import { routes } from '@/lib/routes';
import { namespaceOf } from '@/lib/utils/namespace-of';
import { getFile, getVersion } from '@/lib/versions/queries';

export const revalidate = 3600;
export const generateStaticParams = () => [];

type Props = { params: Promise<{ handle: string; name: string; path: string[] }> };

async function load({ params }: Props) {
  const { handle, name, path } = await params;
  const namespace = namespaceOf(handle);
  if (namespace === null) notFound();
  const module = (await getModule(namespace, name, null)) ?? notFound();
  return { module, path: path.map(decodeURIComponent).join('/') };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { module, path } = await load(props);
  return moduleMetadata(module, { title: path, path: routes.file(module.namespace, module.name, path) });
}

export default async function FilePage(props: Props) {
  const { module, path } = await load(props);
  const { namespace, name } = module;
  const [found, version] = await Promise.all([
    getFile(namespace, name, undefined, path, null),
    getVersion(namespace, name, module.version, null),
  ]);
  if (!found || !version) notFound();
  const lines = found.text === null ? null : await highlight(found.text, languageOf(path));
  return (
    <FileView
      module={module}
      file={found.file}
      files={version.files}
      writes={version.writes}
      lines={lines}
      tooLarge={found.tooLarge}
    />
  );
}
