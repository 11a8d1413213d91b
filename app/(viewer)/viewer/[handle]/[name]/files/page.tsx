import { type FilesParams, filesMetadata, renderFiles } from '@/app/(storefront)/[handle]/[name]/files/files-page';
import { getActor } from '@/lib/accounts/queries';

type Props = { params: FilesParams };

export const generateMetadata = async ({ params }: Props) => filesMetadata(params, await getActor());

/** The files of a module as somebody signed in sees them: also those of their own private modules. */
export default async function ViewerFilesPage({ params }: Props) {
  return renderFiles(params, await getActor());
}
