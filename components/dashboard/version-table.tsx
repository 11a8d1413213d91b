import { Badge } from '@/components/ui/badge';
import { Link } from '@/components/ui/link';
import { Table } from '@/components/ui/table';
import { TextField } from '@/components/ui/text-field';
import { Time } from '@/components/ui/time';
import { routes } from '@/lib/routes';
import { restoreVersionForm, yankVersionForm } from '@/lib/versions/actions';
import type { ModuleDto, VersionRefDto } from '@/types/module';
import { ConfirmForm } from './confirm-form';

type YankProps = { namespace: string; name: string; version: string; yanked: VersionRefDto['yanked'] | undefined };

function YankOrRestore({ yanked, ...ref }: YankProps) {
  return yanked ? (
    <ConfirmForm
      action={restoreVersionForm}
      fields={ref}
      ask="Restore"
      question="It will be handed out and resolved again."
      yes="Yes, restore"
      about={ref.version}
    />
  ) : (
    <ConfirmForm
      action={yankVersionForm}
      fields={ref}
      ask="Yank"
      question="It will no longer be chosen for anybody new. Lock files that name it keep working, and you can restore it."
      yes="Yank this version"
      about={ref.version}
    >
      <TextField name="reason" label="Why" hint="Everybody who meets this version reads it." required maxLength={300} />
    </ConfirmForm>
  );
}

/** Every version with what its author can do to it: bytes never change, resolution may. */
export function VersionTable({ module }: { module: Pick<ModuleDto, 'namespace' | 'name' | 'version' | 'versions'> }) {
  const { namespace, name, versions } = module;
  return (
    <Table caption="Versions" head={['Version', 'Published', 'State', 'Change']}>
      {versions.map(({ version, publishedAt, yanked }) => (
        <tr key={version}>
          <th scope="row">
            <Link className="link font-mono" href={routes.version(namespace, name, version)}>
              {version}
            </Link>
          </th>
          <td>
            <Time at={publishedAt} />
          </td>
          <td>
            {yanked ? (
              <>
                <Badge tone="bad">yanked</Badge> {yanked.reason}
              </>
            ) : (
              version === module.version && <Badge tone="ok">shown</Badge>
            )}
          </td>
          <td>
            <YankOrRestore key={yanked ? 'restore' : 'yank'} {...{ namespace, name, version, yanked }} />
          </td>
        </tr>
      ))}
    </Table>
  );
}
