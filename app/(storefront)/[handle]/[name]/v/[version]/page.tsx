import type { VersionParams } from '../../load';
import { renderVersion, versionMetadata } from './version-page';

export const revalidate = 3600;
export const generateStaticParams = () => [];

type Props = { params: Promise<VersionParams> };

export const generateMetadata = ({ params }: Props) => versionMetadata(params, null);

export default function VersionPage({ params }: Props) {
  return renderVersion(params, null);
}
