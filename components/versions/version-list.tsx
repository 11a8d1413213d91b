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
};

/** Every version, newest first. A yanked one stays listed with its reason: lock files still name it. */
export function VersionList({ namespace, name, versions, current, latest }: VersionListProps) {
  return (
    <Table caption="Versions" head={['Version', 'Published', 'State']}>
      {versions.map(({ version, publishedAt, yanked }) => (
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
        </tr>
      ))}
    </Table>
  );
}
