import type { ReactNode } from 'react';
import { toCard } from '@/components/modules/card-data';
import { CardPreview } from '@/components/modules/card-preview';
import { KIND_INFO } from '@/components/modules/kind-info';
import { WRITE_VERBS } from '@/components/modules/write-verb';
import { Bytes, Count } from '@/components/ui/figures';
import { Time } from '@/components/ui/time';
import { homeDest } from '@/lib/manifest/claims';
import type { ModuleDto, VersionDto } from '@/types/module';

export type Compared = { ref: string; module: ModuleDto; version: VersionDto };

/** One line of the comparison. `same` is what decides whether columns differ; absent, they are not compared. */
type Row = { label: string; cell: (of: Compared) => ReactNode; same?: (of: Compared) => unknown };

const SHOWN = 6;

function List({ items, none = 'none' }: { items: string[]; none?: string }) {
  if (items.length === 0) return <span className="text-ink-2">{none}</span>;
  const rest = items.slice(SHOWN);
  return (
    <>
      {items.slice(0, SHOWN).map((item) => (
        <code key={item}>{item}</code>
      ))}
      {rest.length > 0 && (
        <details>
          <summary>{rest.length} more</summary>
          {rest.map((item) => (
            <code key={item}>{item}</code>
          ))}
        </details>
      )}
    </>
  );
}

const listed = (label: string, of: (compared: Compared) => string[], none?: string): Row => ({
  label,
  cell: (compared) => <List items={of(compared)} {...(none ? { none } : {})} />,
  same: (compared) => [...of(compared)].sort().join('\n'),
});

const writesOf = ({ version }: Compared) =>
  version.writes.map(({ dest, mode }) => `${WRITE_VERBS[mode].verb} ${homeDest(dest)}`);
const appsOf = ({ module: { requires } }: Compared) =>
  Object.entries(requires.apps ?? {}).map(([app, range]) => `${app} ${range}`.trim());

const picture: Row = {
  label: 'Picture',
  cell: ({ module }) => (
    <div className="card">
      <CardPreview preview={toCard(module)[8]} />
    </div>
  ),
};

/** Everything that two modules are compared by, in the order in which people ask. */
export const COMPARE_ROWS: Row[] = [
  picture,
  { label: 'Kind', cell: ({ module }) => KIND_INFO[module.kind].label, same: ({ module }) => module.kind },
  { label: 'Summary', cell: ({ module }) => module.summary },
  listed('Writes', writesOf, 'nothing'),
  listed('Runs', ({ version }) => version.capabilities.runs),
  listed('Network', ({ version }) => version.capabilities.network),
  {
    label: 'Root',
    cell: ({ version }) => (version.capabilities.root ? 'yes' : 'no'),
    same: ({ version }) => version.capabilities.root,
  },
  listed('System', ({ module }) => module.requires.os ?? [], 'any'),
  listed('Needs apps', appsOf),
  listed('Needs commands', ({ module }) => module.requires.commands ?? []),
  listed('Needs modules', ({ module }) => Object.keys(module.dependencies)),
  listed('Adds commands', ({ module }) => module.provides.commands ?? []),
  listed('Adds aliases', ({ module }) => module.provides.aliases ?? []),
  listed('Binds keys', ({ module }) => [...new Set((module.provides.keybindings ?? []).map(({ keys }) => keys))]),
  { label: 'Version', cell: ({ module }) => <code>{module.version}</code>, same: ({ module }) => module.version },
  {
    label: 'Versions',
    cell: ({ module }) => <Count value={module.versions.length} />,
    same: ({ module }) => module.versions.length,
  },
  { label: 'Updated', cell: ({ module }) => <Time at={module.updatedAt} />, same: ({ module }) => module.updatedAt },
  {
    label: 'Downloads',
    cell: ({ module }) => <Count value={module.downloads} />,
    same: ({ module }) => module.downloads,
  },
  { label: 'Stars', cell: ({ module }) => <Count value={module.stars} />, same: ({ module }) => module.stars },
  {
    label: 'Rating',
    cell: ({ module: { rating } }) =>
      rating.count > 0 ? `${rating.average.toFixed(1)} of 5 (${rating.count})` : 'not yet',
    same: ({ module: { rating } }) => `${rating.average} ${rating.count}`,
  },
  { label: 'Archive', cell: ({ version }) => <Bytes size={version.size} />, same: ({ version }) => version.size },
  { label: 'Files', cell: ({ version }) => version.files.length, same: ({ version }) => version.files.length },
  { label: 'Licence', cell: ({ module }) => module.license, same: ({ module }) => module.license },
];
