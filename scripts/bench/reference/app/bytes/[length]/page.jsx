import { textOf } from '../../text-of';

/** Prerendered at the first request and never again: the same way of serving as a file of the build. */
export const generateStaticParams = () => [];

export default async function BytesPage({ params }) {
  return <p>{textOf((await params).length)}</p>;
}
