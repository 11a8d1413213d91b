import {
  type FileParams,
  fileMetadata,
  renderFile,
} from '@/app/(storefront)/[handle]/[name]/files/[...path]/file-page';
import { getActor } from '@/lib/accounts/queries';

type Props = { params: FileParams };

export const generateMetadata = async ({ params }: Props) => fileMetadata(params, await getActor());

/** A file of one version as somebody signed in sees it. */
export default async function ViewerVersionFilePage({ params }: Props) {
  return renderFile(params, await getActor());
}
