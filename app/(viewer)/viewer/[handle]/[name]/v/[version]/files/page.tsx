import { type FilesParams, filesMetadata, renderFiles } from '@/app/(storefront)/[handle]/[name]/files/files-page';
import { getActor } from '@/lib/accounts/queries';

type Props = { params: FilesParams };

export const generateMetadata = async ({ params }: Props) => filesMetadata(params, await getActor());

/** The files of one version as somebody signed in sees them. */
export default async function ViewerVersionFilesPage({ params }: Props) {
  return renderFiles(params, await getActor());
}
