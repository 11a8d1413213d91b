import { Badge } from '@/components/ui/badge';
import { CopyButton } from '@/components/ui/copy-button';
import { Table } from '@/components/ui/table';
import { packageList } from '@/lib/manifest/kinds/package-list';
import { Facts } from '../facts';
import { definePanel } from './define-panel';
import { installLines } from './install-lines';
import { Part, yesNo } from './parts';

const COLUMNS = [
  ['type', 'Type'],
  ['version', 'Version'],
  ['note', 'Note'],
] as const;

export const packageListPanel = definePanel(packageList, (list) => {
  const lines = installLines(list);
  // A column that nobody fills is left out.
  const columns = COLUMNS.filter(([field]) =>
    list.entries.some((entry) => entry[field] || (field === 'note' && entry.optional)),
  );
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
      <Part title="What you would type" empty={lines.length === 0}>
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
        <Table caption="Packages" head={['Package', ...columns.map(([, title]) => title)]}>
          {list.entries.map((entry) => (
            <tr key={`${entry.type ?? ''} ${entry.name}`}>
              <th scope="row">
                <code>{entry.name}</code>
              </th>
              {columns.map(([field]) => (
                <td key={field}>
                  {field === 'note' && entry.optional && <Badge>optional</Badge>}{' '}
                  {field === 'version' ? entry.version && <code>{entry.version}</code> : entry[field]}
                </td>
              ))}
            </tr>
          ))}
        </Table>
      </Part>
    </>
  );
});
