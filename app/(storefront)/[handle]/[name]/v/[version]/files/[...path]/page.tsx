import { type FileParams, fileMetadata, renderFile } from '../../../../files/[...path]/file-page';

export const revalidate = 3600;
export const generateStaticParams = () => [];

type Props = { params: FileParams };

export const generateMetadata = ({ params }: Props) => fileMetadata(params, null);

export default function VersionFilePage({ params }: Props) {
  return renderFile(params, null);
}
