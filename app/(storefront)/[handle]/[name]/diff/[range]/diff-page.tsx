import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { moduleMetadata } from '@/components/modules/module-metadata';
import { DiffView } from '@/components/versions/diff-view';
import { routes } from '@/lib/routes';
import { decodeSegment } from '@/lib/utils/decode-segment';
import { compareVersions } from '@/lib/versions/queries';
import { parseRange } from '@/lib/versions/rules';
import type { Actor } from '@/types/actor';
import { loadModule, type ModuleParams } from '../../load';

export type DiffParams = Promise<ModuleParams & { range: string }>;

async function load(params: DiffParams, actor: Actor | null) {
  const { range, ...ref } = await params;
  const versions = parseRange(decodeSegment(range) ?? '') ?? notFound();
  return { module: await loadModule(ref, actor), versions };
}

export async function diffMetadata(params: DiffParams, actor: Actor | null): Promise<Metadata> {
  const { module, versions } = await load(params, actor);
  const { from, to } = versions;
  const path = routes.diff(module.namespace, module.name, from, to);
  // Every pair has an address: there is nothing in them to find that the versions' own pages do not say.
  return { ...moduleMetadata(module, { title: `${from} → ${to}`, path }), robots: { index: false } };
}

/** Two versions compared, for everybody or for somebody. */
export async function renderDiff(params: DiffParams, actor: Actor | null) {
  const { module, versions } = await load(params, actor);
  const compared = (await compareVersions(module.namespace, module.name, versions, actor)) ?? notFound();
  return <DiffView module={module} {...compared} />;
}
