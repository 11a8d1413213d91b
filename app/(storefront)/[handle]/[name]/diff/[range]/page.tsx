import { type DiffParams, diffMetadata, renderDiff } from './diff-page';

export const revalidate = 3600;
export const generateStaticParams = () => [];

type Props = { params: DiffParams };

export const generateMetadata = ({ params }: Props) => diffMetadata(params, null);

export default function DiffPage({ params }: Props) {
  return renderDiff(params, null);
}
