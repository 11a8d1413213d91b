import { renderVersions, type VersionsParams, versionsMetadata } from './versions-page';

export const revalidate = 3600;
export const generateStaticParams = () => [];

type Props = { params: VersionsParams };

export const generateMetadata = ({ params }: Props) => versionsMetadata(params, null);

export default function VersionsPage({ params }: Props) {
  return renderVersions(params, null);
}
