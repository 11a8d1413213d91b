import type { ReactNode } from 'react';
import { Readme } from '@/components/readme/readme';
import { DownloadButton } from '@/components/versions/download-button';
import { VersionList } from '@/components/versions/version-list';
import type { ModuleDto, VersionDto } from '@/types/module';
import { KIND_KEYS } from '@/types/module-kind';
import { FileList } from './file-list';
import { FindingList } from './finding-list';
import { InstallCommand, installCommand } from './install-command';
import { KIND_PANELS } from './kinds';
import { ModuleAside } from './module-aside';
import { ModuleHeader } from './module-header';
import { ModuleNotices } from './module-notices';
import { WriteMap } from './write-map';

type ModuleViewProps = {
  module: ModuleDto;
  version: VersionDto;
  /** Star, collect, settings: what the person looking may do. */
  actions?: ReactNode;
};

const VERSIONS_SHOWN = 10;

function Section({ id, title, note, children }: { id: string; title: string; note?: ReactNode; children: ReactNode }) {
  return (
    <section id={id} className="ms">
      <div>
        <h2>{title}</h2>
        {note && <p>{note}</p>}
      </div>
      {children}
    </section>
  );
}

/** A module at one version: the newest on its own page, any other on the version's page. */
export function ModuleView({ module, version, actions }: ModuleViewProps) {
  const { namespace, name } = module;
  const panel = KIND_PANELS[module.kind](version.manifest[KIND_KEYS[module.kind]]);
  const isLatest = version.version === module.version;
  const older = module.versions.length - VERSIONS_SHOWN;
  const paths = version.writes.length;
  return (
    <article className="wrap pt-8">
      <ModuleNotices deprecated={module.deprecated} yanked={version.yanked} />
      <ModuleHeader module={module} version={version.version} publishedAt={version.publishedAt} actions={actions} />
      <div className="get">
        <InstallCommand command={installCommand(namespace, name, isLatest ? undefined : version.version)} />
        <DownloadButton namespace={namespace} name={name} version={version.version} />
      </div>
      <nav aria-label="On this page" className="tabs">
        <a href="#writes">What it writes</a>
        {version.readme && <a href="#readme">Readme</a>}
        <a href="#files">Files</a>
        <a href="#versions">Versions</a>
      </nav>
      <div className="mod">
        <div>
          {panel && <div className="panels">{panel}</div>}
          <Section
            id="writes"
            title="What it writes"
            note={`${paths} ${paths === 1 ? 'path' : 'paths'}, and nothing else.`}
          >
            {paths > 0 ? (
              <WriteMap writes={version.writes} module={{ namespace, name }} />
            ) : (
              <p className="text-ink-2">Nothing. Installing this module shows what is in it.</p>
            )}
          </Section>
          {version.warnings.length > 0 && (
            <Section id="warnings" title="Found by the scan" note="Worth reading before you install.">
              <FindingList findings={version.warnings} />
            </Section>
          )}
          {version.readme && (
            <Section id="readme" title="Readme">
              <Readme source={version.readme} home={{ namespace, name }} />
            </Section>
          )}
          <Section id="files" title="Files" note={`${version.files.length} in the archive.`}>
            <FileList namespace={namespace} name={name} files={version.files} />
          </Section>
          <Section
            id="versions"
            title="Versions"
            note={older > 0 ? `The newest ${VERSIONS_SHOWN}; ${older} are older.` : undefined}
          >
            <VersionList
              namespace={namespace}
              name={name}
              versions={module.versions.slice(0, VERSIONS_SHOWN)}
              current={version.version}
            />
          </Section>
          {version.changelog && (
            <Section id="changelog" title="Changelog">
              <Readme source={version.changelog} home={{ namespace, name }} />
            </Section>
          )}
        </div>
        <ModuleAside module={module} archive={version} />
      </div>
    </article>
  );
}
