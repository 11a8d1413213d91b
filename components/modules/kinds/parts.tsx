import type { ReactNode } from 'react';
import { Chip } from '@/components/ui/badge';
import { Table } from '@/components/ui/table';
import { KeyCaps } from '../key-caps';

/** A titled block of a kind's panel; nothing when it would be empty. */
export function Part({ title, empty, children }: { title: string; empty?: boolean; children: ReactNode }) {
  if (empty) return null;
  return (
    <section className="part">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

export function Chips({ title, values }: { title: string; values: readonly string[] | undefined }) {
  return (
    <Part title={title} empty={!values?.length}>
      <p className="flex flex-wrap gap-1.5">
        {values?.map((value) => (
          <Chip key={value}>{value}</Chip>
        ))}
      </p>
    </Part>
  );
}

type Binding = { mode?: string; keys: string; does: string };

export function Keys({ title = 'Key bindings', rows }: { title?: string; rows: readonly Binding[] | undefined }) {
  const withMode = rows?.some((row) => row.mode);
  return (
    <Part title={title} empty={!rows?.length}>
      <Table caption={title} head={withMode ? ['Mode', 'Keys', 'Does'] : ['Keys', 'Does']}>
        {rows?.map((row) => (
          <tr key={`${row.mode ?? ''} ${row.keys} ${row.does}`}>
            {withMode && (
              <td>
                <code>{row.mode}</code>
              </td>
            )}
            <td className="keys">
              <KeyCaps keys={row.keys} />
            </td>
            <td>{row.does}</td>
          </tr>
        ))}
      </Table>
    </Part>
  );
}

/** Short names and what they stand for: aliases, commands, components. */
export function Pairs({
  title,
  head,
  rows,
}: {
  title: string;
  head: [string, string];
  rows: readonly (readonly [string, ReactNode])[] | undefined;
}) {
  return (
    <Part title={title} empty={!rows?.length}>
      <Table caption={title} head={head}>
        {rows?.map(([left, right]) => (
          <tr key={left}>
            <th scope="row">
              <code>{left}</code>
            </th>
            <td>{right}</td>
          </tr>
        ))}
      </Table>
    </Part>
  );
}

export const yesNo = (value: boolean | undefined) => (value === undefined ? undefined : value ? 'yes' : 'no');
