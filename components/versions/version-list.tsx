import { Badge } from '@/components/ui/badge';
import { Table } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import { routes } from '@/lib/routes';
import type { VersionRefDto } from '@/types/module';

type VersionListProps = {
  namespace: string;
  name: string;
  versions: VersionRefDto[];
  current?: string;
  latest?: string;
  /** Offers each version's difference from the one before it. */
  compare?: boolean;
};

type PreviousProps = { namespace: string; name: string; version: string; previous: string | undefined };

function Previous({ namespace, name, version, previous }: PreviousProps) {
  if (!previous) return null;
  return (
    <a className="link go" href={routes.diff(namespace, name, previous, version)}>
      with {previous}
    </a>
  );
}

/** Every version, newest first. A yanked one stays listed with its reason: lock files still name it. */
export function VersionList({ namespace, name, versions, current, latest, compare = false }: VersionListProps) {
  return (
    <Table caption="Versions" head={['Version', 'Published', 'State', ...(compare ? ['Compare'] : [])]}>
      {versions.map(({ version, publishedAt, yanked }, at) => (
        <tr key={version}>
          <th scope="row">
            <a
              className="link go font-mono"
              href={routes.version(namespace, name, version)}
              aria-current={version === current ? 'page' : undefined}
            >
              {yanked ? <s>{version}</s> : version}
            </a>
          </th>
          <td>
            <Time at={publishedAt} />
          </td>
          <td>
            {yanked && (
              <>
                <Badge tone="bad">yanked</Badge> {yanked.reason}
              </>
            )}
            {!yanked && version === latest && <Badge tone="ok">latest</Badge>}
          </td>
          {compare && (
            <td>
              <Previous namespace={namespace} name={name} version={version} previous={versions[at + 1]?.version} />
            </td>
          )}
        </tr>
      ))}
    </Table>
  );
}
