import { textOf } from '../../text-of';

/** As `bytes`, with one sign that is not ASCII, as the pages of a catalogue have. */
export const generateStaticParams = () => [];

export default async function Utf8BytesPage({ params }) {
  return <p>{`★ ${textOf((await params).length)}`}</p>;
}
