import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DOCS_COMPONENTS } from '@/components/docs/docs-components';
import { docsMetadata } from '@/components/docs/docs-metadata';
import { DocsPage } from '@/components/docs/docs-page';
import { DOCS_CONTENT, isContentSlug } from '@/content/docs/pages';
import { getPageSource } from '@/lib/handbook/pages';

type Props = { params: Promise<{ slug?: string[] }> };

export const dynamicParams = false;
export const generateStaticParams = () =>
  Object.keys(DOCS_CONTENT).map((slug) => ({ slug: slug === '' ? [] : slug.split('/') }));

async function slugOf({ params }: Props) {
  const slug = ((await params).slug ?? []).join('/');
  return isContentSlug(slug) ? slug : notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return docsMetadata(await slugOf(props));
}

/** A page of the handbook that is written in MDX, in content/docs. */
export default async function HandbookPage(props: Props) {
  const slug = await slugOf(props);
  const Content = DOCS_CONTENT[slug];
  return (
    <DocsPage slug={slug} sections={getPageSource(slug).sections}>
      <Content components={DOCS_COMPONENTS} />
    </DocsPage>
  );
}
