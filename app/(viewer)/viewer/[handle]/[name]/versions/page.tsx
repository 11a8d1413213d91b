import {
  renderVersions,
  type VersionsParams,
  versionsMetadata,
} from '@/app/(storefront)/[handle]/[name]/versions/versions-page';
import { getActor } from '@/lib/accounts/queries';

type Props = { params: VersionsParams };

export const generateMetadata = async ({ params }: Props) => versionsMetadata(params, await getActor());

/** The versions of a module as somebody signed in sees them: also those of their own private modules. */
export default async function ViewerVersionsPage({ params }: Props) {
  return renderVersions(params, await getActor());
}
