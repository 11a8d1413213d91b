import type { ReactNode } from 'react';
import { FileList } from '@/components/files/file-list';
import { Readme } from '@/components/readme/readme';
import { DownloadButton } from '@/components/versions/download-button';
import { VersionList } from '@/components/versions/version-list';
import { routes } from '@/lib/routes';
import { changelogSection } from '@/lib/versions/changelog-section';
import type { DownloadDaysDto, ModuleDto, VersionDto } from '@/types/module';
import { KIND_KEYS, type ModuleKind } from '@/types/module-kind';
import { CapabilityLine } from './capabilities';
import { InstallCommand, installCommand } from './install-command';
import { KIND_PANELS } from './kinds';
import { ModuleAside } from './module-aside';
import { ModuleEffects } from './module-effects';
import { ModuleHeader } from './module-header';
import { ModuleNotices } from './module-notices';
import { ModuleSection } from './module-section';

type ModuleViewProps = {
  module: ModuleDto;
  version: VersionDto;
  /** Star, collect, settings: what the person looking may do. */
  actions?: ReactNode;
  /** What else occupies the same; of the newest version alone. */
  clashes?: ReactNode;
  /** What it depends on, serves and is kept beside. */
  neighbours?: ReactNode;
  /** Of a bundle: its members as cards. */
  members?: ReactNode;
  /** Where the site answers, for addresses to be copied. */
  site: string;
  days: DownloadDaysDto | null;
};

const VERSIONS_SHOWN = 10;
/** Kinds that are looked at before anything else is asked of them, and what their panel is called. */
const PANEL_TITLES: Partial<Record<ModuleKind, string>> = {
  'color-theme': 'Palette',
  prompt: 'How it looks',
  bundle: 'What is in it',
  'package-list': 'What is in it',
};

function Versions({ module, shown }: { module: ModuleDto; shown: string }) {
  const { namespace, name, versions, version } = module;
  return (
    <ModuleSection
      id="versions"
      title="Versions"
      note={
        <a className="link go" href={routes.versions(namespace, name)}>
          {versions.length > VERSIONS_SHOWN
            ? `All ${versions.length}, and what changed in each`
            : 'What changed in each'}
        </a>
      }
    >
      <VersionList
        namespace={namespace}
        name={name}
        versions={versions.slice(0, VERSIONS_SHOWN)}
        current={shown}
        latest={version}
        compare
      />
    </ModuleSection>
  );
}

function Contents({ version, changelog }: { version: VersionDto; changelog: boolean }) {
  return (
    <nav aria-label="On this page" className="tabs">
      <a href="#writes">Writes</a>
      {version.readme && <a href="#readme">Readme</a>}
      <a href="#files">Files</a>
      <a href="#versions">Versions</a>
      {changelog && <a href="#changelog">Changelog</a>}
    </nav>
  );
}

/** What a module provides beyond what the panel of its kind lists already. */
function beyondKind({ provides, kindFields }: ModuleDto): ModuleDto['provides'] {
  const { keybindings, aliases, commands, ...rest } = provides;
  return {
    ...rest,
    ...(keybindings && !kindFields.keybindings && !kindFields.keymaps ? { keybindings } : {}),
    ...(aliases && !kindFields.aliases ? { aliases } : {}),
    ...(commands && !kindFields.commands ? { commands } : {}),
  };
}

/** A module at one version: the newest on its own page, any other on the version's page. */
export function ModuleView({ module, version, actions, clashes, neighbours, members, site, days }: ModuleViewProps) {
  const { namespace, name, title } = module;
  const home = { namespace, name, title };
  const isLatest = version.version === module.version;
  const fields = KIND_PANELS[module.kind](version.manifest[KIND_KEYS[module.kind]]);
  const panel = fields && (
    <ModuleSection id="kind" title={PANEL_TITLES[module.kind] ?? 'At a glance'}>
      {members}
      <div className="panels">{fields}</div>
    </ModuleSection>
  );
  return (
    <article className="wrap pt-8">
      <ModuleNotices deprecated={module.deprecated} yanked={version.yanked} />
      <ModuleHeader module={module} version={version.version} publishedAt={version.publishedAt} actions={actions} />
      <div className="get">
        <InstallCommand command={installCommand(namespace, name, isLatest ? undefined : version.version)} />
        <DownloadButton namespace={namespace} name={name} version={version.version} />
        <CapabilityLine capabilities={version.capabilities} />
      </div>
      <Contents version={version} changelog={version.changelog !== null} />
      <div className="mod">
        <div>
          {PANEL_TITLES[module.kind] && panel}
          <ModuleEffects version={version} provides={isLatest ? beyondKind(module) : {}} />
          {!PANEL_TITLES[module.kind] && panel}
          {clashes}
          {version.readme && (
            <ModuleSection id="readme" title="Readme">
              <Readme source={version.readme} home={home} />
            </ModuleSection>
          )}
          {neighbours}
          <ModuleSection id="files" title="Files" note={`${version.files.length} in the archive.`}>
            <FileList
              namespace={namespace}
              name={name}
              version={isLatest ? undefined : version.version}
              files={version.files}
            />
          </ModuleSection>
          <Versions module={module} shown={version.version} />
          {version.changelog && (
            <ModuleSection id="changelog" title={`What changed in ${version.version}`}>
              <Readme source={changelogSection(version.changelog, version.version) ?? version.changelog} home={home} />
            </ModuleSection>
          )}
        </div>
        <ModuleAside module={module} archive={version} site={site} days={days} />
      </div>
    </article>
  );
}
