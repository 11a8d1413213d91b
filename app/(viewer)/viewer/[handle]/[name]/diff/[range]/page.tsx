import { type DiffParams, diffMetadata, renderDiff } from '@/app/(storefront)/[handle]/[name]/diff/[range]/diff-page';
import { getActor } from '@/lib/accounts/queries';

type Props = { params: DiffParams };

export const generateMetadata = async ({ params }: Props) => diffMetadata(params, await getActor());

/** Two versions compared, as somebody signed in sees them: also those of their own private modules. */
export default async function ViewerDiffPage({ params }: Props) {
  return renderDiff(params, await getActor());
}
