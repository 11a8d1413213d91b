import { type FilesParams, filesMetadata, renderFiles } from '../../../files/files-page';

export const revalidate = 3600;
export const generateStaticParams = () => [];

type Props = { params: FilesParams };

export const generateMetadata = ({ params }: Props) => filesMetadata(params, null);

export default function VersionFilesPage({ params }: Props) {
  return renderFiles(params, null);
}
