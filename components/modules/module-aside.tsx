import type { ReactNode } from 'react';
import { Chip } from '@/components/ui/badge';
import { CopyButton } from '@/components/ui/copy-button';
import { Bytes, Count } from '@/components/ui/figures';
import { routes } from '@/lib/routes';
import type { DownloadDaysDto, ModuleDto, VersionDto } from '@/types/module';
import { Badges } from './badges';
import { Capabilities } from './capabilities';
import { CiteVersion } from './cite-version';
import { DownloadChart } from './download-chart';
import { Facts } from './facts';

function Block({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function External({ href, children }: { href: string | undefined; children: ReactNode }) {
  if (!href || !/^https?:\/\//i.test(href)) return null;
  return (
    <a className="link go" href={href} rel="nofollow ugc noopener">
      {children}
    </a>
  );
}

/** Only of the newest version: what it needs beside itself. */
function Needs({ requires, dependencies }: Pick<ModuleDto, 'requires' | 'dependencies'>) {
  const depends = Object.entries(dependencies);
  const apps = Object.entries(requires.apps ?? {}).map(([app, range]) => `${app} ${range}`.trim());
  if (depends.length + apps.length === 0 && !requires.os && !requires.arch && !requires.commands) return null;
  return (
    <Block title="Needs">
      <Facts
        of={{
          System: requires.os?.join(', '),
          Processor: requires.arch?.join(', '),
          Apps: apps.join(', '),
          Commands: requires.commands && <code>{requires.commands.join(' ')}</code>,
        }}
      />
      {depends.map(([ref, range]) => (
        <p key={ref}>
          <a className="link go font-mono text-sm" href={`/${ref}`}>
            {ref}
          </a>{' '}
          <code className="text-ink-2">{range}</code>
        </p>
      ))}
    </Block>
  );
}

type ModuleAsideProps = {
  module: ModuleDto;
  /** Of the version on show. */
  archive: VersionDto;
  site: string;
  days: DownloadDaysDto | null;
};

/** The margin of a module page: what it may do, what it needs, what it is. */
export function ModuleAside({ module, archive, site, days }: ModuleAsideProps) {
  const { homepage, repository, issues } = module.links;
  return (
    <aside className="margin" aria-label="About this module">
      <Block title="May do">
        <Capabilities capabilities={archive.capabilities} />
      </Block>
      <Needs requires={module.requires} dependencies={module.dependencies} />
      <Block title="Facts">
        <Facts
          of={{
            Version: <code>{archive.version}</code>,
            Licence: (
              <a className="link" href={routes.explore({ license: module.license })}>
                {module.license}
              </a>
            ),
            Archive: <Bytes size={archive.size} />,
            Downloads: <Count value={module.downloads} />,
            Rating: module.rating.count > 0 && `${module.rating.average.toFixed(1)} of 5 (${module.rating.count})`,
          }}
        />
        <div className="flex items-center gap-2">
          <code className="truncate text-ink-2" title={archive.sha256}>
            sha256 {archive.sha256.slice(0, 16)}…
          </code>
          <CopyButton text={archive.sha256} what="sha256" />
        </div>
        <CiteVersion module={module} version={archive} site={site} />
        <Badges namespace={module.namespace} name={module.name} site={site} />
      </Block>
      {days && (
        <Block title="Downloads">
          <DownloadChart days={days} />
        </Block>
      )}
      {(homepage || repository || issues) && (
        <Block title="Links">
          <p className="grid justify-start gap-1">
            <External href={repository}>Source repository</External>
            <External href={homepage}>Homepage</External>
            <External href={issues}>Report an issue</External>
          </p>
        </Block>
      )}
      <p>
        <a className="link go" href={routes.compare([`@${module.namespace}/${module.name}`])}>
          Compare with others
        </a>
      </p>
      {module.keywords.length > 0 && (
        <Block title="Tags">
          <p className="flex flex-wrap gap-1.5">
            {module.keywords.map((tag) => (
              <Chip key={tag} href={routes.explore({ tag })}>
                {tag}
              </Chip>
            ))}
          </p>
        </Block>
      )}
    </aside>
  );
}
