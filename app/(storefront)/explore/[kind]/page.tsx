import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { isModuleKind, type ModuleKind } from '@/types/module-kind';
import { listingMetadata, renderListing } from '../listing';

export const revalidate = 60;
export const generateStaticParams = () => [];

type Props = { params: Promise<{ kind: string }> };

async function kindOf({ params }: Props): Promise<ModuleKind> {
  const { kind } = await params;
  return isModuleKind(kind) ? kind : notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return listingMetadata(await kindOf(props));
}

/** The modules of one kind. Prerendered on demand, under `/explore?kind=…` (next.config.ts). */
export default async function KindPage(props: Props) {
  return renderListing(await kindOf(props));
}
