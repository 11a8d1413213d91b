import { notFound } from 'next/navigation';
import { apiMetadata } from '@/components/docs/api/api-metadata';
import { ApiPage } from '@/components/docs/api/api-page';
import { OperationView } from '@/components/docs/api/operation-view';
import { ProseText } from '@/components/docs/api/prose-text';
import { GROUPS, type Group } from '@/lib/http/operation';
import { listGroupReferences } from '@/lib/http/reference';

type Params = { params: Promise<{ group: string }> };

export const dynamicParams = false;
export const generateStaticParams = () => GROUPS.map((group) => ({ group }));

const groupOf = (word: string): Group => GROUPS.find((group) => group === word) ?? notFound();

export const generateMetadata = async ({ params }: Params) => apiMetadata(groupOf((await params).group));

export default async function ApiGroup({ params }: Params) {
  const group = groupOf((await params).group);
  const reference = listGroupReferences().find((one) => one.group === group) ?? notFound();
  return (
    <ApiPage slug={group}>
      <p>
        <ProseText text={reference.about} />
      </p>
      {reference.operations.map((operation) => (
        <OperationView key={operation.id} operation={operation} />
      ))}
    </ApiPage>
  );
}
