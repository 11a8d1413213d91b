/** Prerendered at the first request and never again: the same way of serving as a file of the build. */
export const generateStaticParams = () => [];

const WORDS = 'a prerendered page of plain text that only has to weigh as much as the page it stands beside '.split(
  ' ',
);

function textOf(length) {
  let text = '';
  for (let at = 0; text.length < length; at += 1) text += `${WORDS[at % WORDS.length]} `;
  return text.slice(0, length);
}

export default async function BytesPage({ params }) {
  const { length } = await params;
  return <p>{textOf(Math.min(Number(length) || 0, 1_000_000))}</p>;
}
