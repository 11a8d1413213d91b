import { Table } from '@/components/ui/table';
import type { Field } from '@/lib/http/schema-text';
import { ProseText } from './prose-text';
import { TypeText } from './type-text';

type Row = Field & { in?: string };

/** Fields of an object, or parameters with the place that they are sent in. */
export function FieldTable({ caption, rows }: { caption: string; rows: Row[] }) {
  const isPlaced = rows.some((row) => row.in !== undefined);
  return (
    <Table caption={caption} head={['Name', ...(isPlaced ? ['In'] : []), 'Type', 'About']}>
      {rows.map((row) => (
        <tr key={`${row.in ?? ''} ${row.name}`}>
          <th scope="row">
            <code>{row.name}</code>
          </th>
          {isPlaced && <td>{row.in}</td>}
          <td>
            <TypeText type={row.type} />
          </td>
          <td>
            {!row.isRequired && <span className="text-ink-3">optional{row.about && ' · '}</span>}
            <ProseText text={row.about} />
          </td>
        </tr>
      ))}
    </Table>
  );
}
