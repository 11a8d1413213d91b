import { Table } from '@/components/ui/table';
import { packageList } from '@/lib/manifest/kinds/package-list';
import { Facts } from '../facts';
import { definePanel } from './define-panel';
import { Part, yesNo } from './parts';

export const packageListPanel = definePanel(packageList, (list) => (
  <>
    <Facts
      of={{ Manager: list.manager, Packages: list.entries.length.toString(), 'Needs root': yesNo(list.needsRoot) }}
    />
    <p className="text-sm text-ink-2">Installing prints this list. It is never run for you.</p>
    <Part title="Packages">
      <Table caption="Packages" head={['Package', 'Type', 'Version', 'Note']}>
        {list.entries.map((entry) => (
          <tr key={`${entry.type ?? ''} ${entry.name}`}>
            <th scope="row">
              <code>{entry.name}</code>
            </th>
            <td>{entry.type}</td>
            <td>{entry.version && <code>{entry.version}</code>}</td>
            <td>{[entry.optional && 'optional', entry.note].filter(Boolean).join(': ')}</td>
          </tr>
        ))}
      </Table>
    </Part>
  </>
));
