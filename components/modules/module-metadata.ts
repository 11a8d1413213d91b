import type { Metadata } from 'next';
import { socialCard } from '@/components/layout/social-card';
import { routes } from '@/lib/routes';
import type { ModuleDto } from '@/types/module';
import { KIND_INFO } from './kind-info';

/** Title, description and address of a module's pages. Only public modules are offered to search engines. */
export function moduleMetadata(module: ModuleDto, part?: { title: string; path: string }): Metadata {
  const ref = `@${module.namespace}/${module.name}`;
  const title = part
    ? `${part.title} · ${ref}`
    : `${module.title}, ${KIND_INFO[module.kind].label.toLowerCase()} ${ref}`;
  const url = part?.path ?? routes.module(module.namespace, module.name);
  return {
    title,
    description: module.summary,
    alternates: {
      canonical: url,
      types: {
        'application/atom+xml': [
          { title: `Versions of ${ref}`, url: routes.moduleFeed(module.namespace, module.name) },
        ],
      },
    },
    openGraph: socialCard({
      title,
      description: module.summary,
      url,
      type: 'article',
      image: routes.socialImage('modules', module.namespace, module.name),
    }),
    ...(module.visibility === 'public' ? {} : { robots: { index: false } }),
  };
}
