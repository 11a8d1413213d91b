import type { VersionParams } from '@/app/(storefront)/[handle]/[name]/load';
import { renderVersion, versionMetadata } from '@/app/(storefront)/[handle]/[name]/v/[version]/version-page';
import { getActor } from '@/lib/accounts/queries';

type Props = { params: Promise<VersionParams> };

export const generateMetadata = async ({ params }: Props) => versionMetadata(params, await getActor());

/** A version as somebody signed in sees it: also those of their own private modules. */
export default async function ViewerVersionPage({ params }: Props) {
  return renderVersion(params, await getActor());
}
