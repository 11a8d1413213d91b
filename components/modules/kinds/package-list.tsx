import { Badge } from '@/components/ui/badge';
import { CopyButton } from '@/components/ui/copy-button';
import { Table } from '@/components/ui/table';
import { packageList } from '@/lib/manifest/kinds/package-list';
import { Facts } from '../facts';
import { definePanel } from './define-panel';
import { installLines } from './install-lines';
import { Part, yesNo } from './parts';

export const packageListPanel = definePanel(packageList, (list) => {
  const lines = installLines(list);
  const optional = list.entries.filter((entry) => entry.optional).length;
  return (
    <>
      <Facts
        of={{
          Manager: list.manager,
          Packages: `${list.entries.length}${optional > 0 ? `, ${optional} of them optional` : ''}`,
          'Needs root': yesNo(list.needsRoot),
        }}
      />
      <Part title="What you would type">
        <p className="mb-2 text-sm text-ink-2">
          Installing prints this. It is never run for you{optional > 0 && '; what is optional is left out'}.
        </p>
        {lines.map((line) => (
          <div key={line} className="cmd mb-2">
            <code>
              <span aria-hidden="true">$ </span>
              {line}
            </code>
            <CopyButton text={line} what="the line" />
          </div>
        ))}
      </Part>
      <Part title="Packages">
        <Table caption="Packages" head={['Package', 'Type', 'Version', 'Note']}>
          {list.entries.map((entry) => (
            <tr key={`${entry.type ?? ''} ${entry.name}`}>
              <th scope="row">
                <code>{entry.name}</code>
              </th>
              <td>{entry.type}</td>
              <td>{entry.version && <code>{entry.version}</code>}</td>
              <td>
                {entry.optional && <Badge>optional</Badge>} {entry.note}
              </td>
            </tr>
          ))}
        </Table>
      </Part>
    </>
  );
});
