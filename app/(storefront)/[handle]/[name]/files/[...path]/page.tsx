import { type FileParams, fileMetadata, renderFile } from './file-page';

export const revalidate = 3600;
export const generateStaticParams = () => [];

type Props = { params: FileParams };

export const generateMetadata = ({ params }: Props) => fileMetadata(params, null);

export default function FilePage({ params }: Props) {
  return renderFile(params, null);
}
