import {
  type FileParams,
  fileMetadata,
  renderFile,
} from '@/app/(storefront)/[handle]/[name]/files/[...path]/file-page';
import { getActor } from '@/lib/accounts/queries';

type Props = { params: FileParams };

export const generateMetadata = async ({ params }: Props) => fileMetadata(params, await getActor());

/** A file as somebody signed in sees it: also those of their own private modules. */
export default async function ViewerFilePage({ params }: Props) {
  return renderFile(params, await getActor());
}
