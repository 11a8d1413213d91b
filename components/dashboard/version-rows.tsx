import { Badge } from '@/components/ui/badge';
import { TextField } from '@/components/ui/text-field';
import { Time } from '@/components/ui/time';
import { routes } from '@/lib/routes';
import { restoreVersionForm, yankVersionForm } from '@/lib/versions/actions';
import type { ModuleDto, VersionRefDto } from '@/types/module';
import { ConfirmForm } from './confirm-form';
import { Row, Rows } from './rows';

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

function State({ isShown, yanked }: { isShown: boolean; yanked: VersionRefDto['yanked'] | undefined }) {
  if (!yanked) return isShown ? <Badge tone="ok">shown</Badge> : 'published';
  return (
    <>
      <Badge tone="bad">yanked</Badge> {yanked.reason}
    </>
  );
}

/** Every version with what its author can do to it: bytes never change, resolution may. */
export function VersionRows({ module }: { module: Pick<ModuleDto, 'namespace' | 'name' | 'version' | 'versions'> }) {
  const { namespace, name, versions } = module;
  return (
    <Rows label="Versions">
      {versions.map(({ version, publishedAt, yanked }) => (
        <Row
          key={version}
          title={<span className="font-mono">{version}</span>}
          href={routes.version(namespace, name, version)}
          facts={{
            Published: <Time at={publishedAt} />,
            State: <State isShown={version === module.version} yanked={yanked} />,
          }}
        >
          <YankOrRestore key={yanked ? 'restore' : 'yank'} {...{ namespace, name, version, yanked }} />
        </Row>
      ))}
    </Rows>
  );
}
