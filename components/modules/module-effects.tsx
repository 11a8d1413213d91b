import type { ModuleDto, VersionDto } from '@/types/module';
import { FindingList } from './finding-list';
import { Chips, Keys } from './kinds/parts';
import { ModuleSection } from './module-section';
import { WriteMap } from './write-map';

type ModuleEffectsProps = { version: VersionDto; provides: ModuleDto['provides'] };

/** Everything that installing does: paths, then names and keys, then what the scan found. */
export function ModuleEffects({ version, provides }: ModuleEffectsProps) {
  const { namespace, name, writes, warnings } = version;
  const paths = new Set(writes.map((write) => write.dest)).size;
  return (
    <>
      <ModuleSection
        id="writes"
        title="What it writes"
        note={paths > 0 && `${paths} ${paths === 1 ? 'path' : 'paths'}, and nothing else.`}
      >
        {paths > 0 ? (
          <WriteMap writes={writes} module={{ namespace, name }} />
        ) : (
          <p className="text-ink-2">
            {version.manifest.kind === 'bundle'
              ? 'Nothing of its own. Its members write what their own pages say, and you see all of it before you agree.'
              : 'No file. Installing prints the list of packages and asks before anything else.'}
          </p>
        )}
        <div className="defines">
          <Chips title="Commands it adds" values={provides.commands} />
          <Chips title="Aliases it adds" values={provides.aliases} />
          <Keys title="Keys it binds" rows={provides.keybindings} />
        </div>
      </ModuleSection>
      {warnings.length > 0 && (
        <ModuleSection id="warnings" title="Found by the scan" note="Worth reading before you install.">
          <FindingList findings={warnings} />
        </ModuleSection>
      )}
    </>
  );
}
