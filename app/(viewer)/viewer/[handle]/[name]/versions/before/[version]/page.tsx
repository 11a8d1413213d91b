import {
  renderVersions,
  type VersionsParams,
  versionsMetadata,
} from '@/app/(storefront)/[handle]/[name]/versions/versions-page';
import { getActor } from '@/lib/accounts/queries';

type Props = { params: VersionsParams };

export const generateMetadata = async ({ params }: Props) => versionsMetadata(params, await getActor());

/** Older versions of a module as somebody signed in sees them. */
export default async function ViewerOlderVersionsPage({ params }: Props) {
  return renderVersions(params, await getActor());
}
