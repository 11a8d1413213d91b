import type { ReactNode } from 'react';
import { markPage, modulePagesTag } from '@/lib/infra/page-tags';
import { namespaceOf } from '@/lib/utils/namespace-of';

type Props = { params: Promise<{ handle: string; name: string }>; children: ReactNode };

/** Every prerendered page of a module, also one that says "not found", is found again by the module's name when it changes. */
export default async function ModuleLayout({ params, children }: Props) {
  const { handle, name } = await params;
  const namespace = namespaceOf(handle);
  if (namespace !== null) await markPage([modulePagesTag(namespace, name)]);
  return children;
}
