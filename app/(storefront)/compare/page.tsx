import type { Metadata } from 'next';
import { CompareView } from '@/components/relations/compare-view';
import { clashesAmong } from '@/lib/relations/own-check';
import { compareModules } from '@/lib/relations/queries';
import { comparedRefs } from '@/lib/relations/schema';
import { routes } from '@/lib/routes';

type Props = { searchParams: Promise<{ m?: string | string[] }> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { refs } = comparedRefs((await searchParams).m);
  return {
    title: refs.length > 1 ? `${refs.join(' and ')} compared` : 'Compare modules',
    description:
      'Up to four dotfile modules side by side: what they write, run and need, and what they would fight over.',
    alternates: { canonical: routes.compare() },
    robots: { index: false, follow: true },
  };
}

export default async function ComparePage({ searchParams }: Props) {
  const { refs, problems } = comparedRefs((await searchParams).m);
  const compared = await compareModules(refs);
  const columns = compared.flatMap(({ ref, found }) => (found ? [{ ref, ...found }] : []));
  return (
    <CompareView
      columns={columns}
      missing={compared.filter(({ found }) => !found).map(({ ref }) => ref)}
      problems={problems}
      shared={clashesAmong(columns)}
    />
  );
}
