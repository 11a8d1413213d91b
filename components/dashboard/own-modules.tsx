import { KIND_INFO } from '@/components/modules/kind-info';
import { Badge } from '@/components/ui/badge';
import { LinkButton } from '@/components/ui/button';
import { Count } from '@/components/ui/figures';
import { Time } from '@/components/ui/time';
import { routes } from '@/lib/routes';
import type { OwnModuleDto } from '@/types/module';
import { Row, Rows } from './rows';

/** Every module of one's own namespace, whatever its visibility. */
export function OwnModules({ modules }: { modules: OwnModuleDto[] }) {
  return (
    <Rows label="Your modules">
      {modules.map(({ namespace, name, title, kind, version, visibility, downloads, stars, updatedAt }) => (
        <Row
          key={name}
          title={title}
          href={routes.module(namespace, name)}
          code={`${KIND_INFO[kind].sigil} ${name}`}
          facts={{
            Version: <code>{version}</code>,
            'Seen by': visibility === 'public' ? 'everybody' : <Badge tone="info">{visibility}</Badge>,
            Downloads: <Count value={downloads} />,
            Stars: <Count value={stars} />,
            Changed: <Time at={updatedAt} />,
          }}
        >
          <LinkButton size="sm" href={routes.moduleSettings(namespace, name)}>
            Manage<span className="sr-only"> {title}</span>
          </LinkButton>
        </Row>
      ))}
    </Rows>
  );
}
