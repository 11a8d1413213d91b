export const dynamic = 'force-dynamic';

export default function HelloPage() {
  return <p>hello</p>;
}
