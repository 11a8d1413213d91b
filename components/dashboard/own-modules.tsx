import { KIND_INFO } from '@/components/modules/kind-info';
import { Badge } from '@/components/ui/badge';
import { Count } from '@/components/ui/figures';
import { Link } from '@/components/ui/link';
import { Table } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import { routes } from '@/lib/routes';
import type { OwnModuleDto } from '@/types/module';

/** Every module of one's own namespace, whatever its visibility. */
export function OwnModules({ modules }: { modules: OwnModuleDto[] }) {
  return (
    <Table caption="Your modules" head={['Module', 'Version', 'Seen by', 'Downloads', 'Stars', 'Changed', 'Manage']}>
      {modules.map((module) => (
        <tr key={module.name}>
          <th scope="row">
            <Link className="link" href={routes.module(module.namespace, module.name)}>
              {module.title}
            </Link>
            <code className="block font-normal text-ink-3">
              {KIND_INFO[module.kind].sigil} {module.name}
            </code>
          </th>
          <td className="font-mono">{module.version}</td>
          <td>{module.visibility === 'public' ? 'everybody' : <Badge tone="info">{module.visibility}</Badge>}</td>
          <td>
            <Count value={module.downloads} />
          </td>
          <td>
            <Count value={module.stars} />
          </td>
          <td>
            <Time at={module.updatedAt} />
          </td>
          <td>
            <Link className="btn" data-size="sm" href={routes.moduleSettings(module.namespace, module.name)}>
              Manage<span className="sr-only"> {module.title}</span>
            </Link>
          </td>
        </tr>
      ))}
    </Table>
  );
}
