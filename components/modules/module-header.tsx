import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import { Time } from '@/components/ui/time';
import { routes } from '@/lib/routes';
import type { ModuleDto } from '@/types/module';
import { KIND_INFO } from './kind-info';

type ModuleHeaderProps = {
  module: Pick<ModuleDto, 'namespace' | 'name' | 'title' | 'summary' | 'kind' | 'visibility'>;
  version: string;
  publishedAt: string;
  /** Star and collect, where a person may do so. */
  actions?: ReactNode;
};

export function ModuleHeader({ module, version, publishedAt, actions }: ModuleHeaderProps) {
  const { sigil, label } = KIND_INFO[module.kind];
  return (
    <header className="mh">
      <div>
        <p className="path">
          <a href={routes.profile(module.namespace)}>@{module.namespace}</a>/
          <a href={routes.module(module.namespace, module.name)}>{module.name}</a>
          <span>{version}</span>
          {module.visibility !== 'public' && <Badge tone="info">{module.visibility}</Badge>}
        </p>
        <h1>{module.title}</h1>
        <p className="mt-2 max-w-2xl text-lg text-ink-2">{module.summary}</p>
        <p className="mt-2 text-sm text-ink-2">
          <a className="link" href={routes.explore({ kind: module.kind })}>
            {label}
          </a>{' '}
          <code className="text-pen" aria-hidden>
            {sigil}
          </code>{' '}
          · published <Time at={publishedAt} />
        </p>
      </div>
      {actions && <div className="acts">{actions}</div>}
    </header>
  );
}
