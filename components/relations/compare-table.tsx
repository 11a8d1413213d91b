import { routes } from '@/lib/routes';
import { COMPARE_ROWS, type Compared } from './compare-rows';

/** Whether the columns say different things. */
const differs = (row: (typeof COMPARE_ROWS)[number], columns: Compared[]) =>
  row.same !== undefined && new Set(columns.map((column) => row.same?.(column))).size > 1;

/** Modules side by side. The names of the rows stay in sight while the columns scroll below them. */
export function CompareTable({ columns }: { columns: Compared[] }) {
  const refs = columns.map(({ ref }) => ref);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="table-scroll" aria-label="Comparison" tabIndex={0}>
      <table className="table cmp">
        <caption className="sr-only">Modules side by side. Rows that differ are marked.</caption>
        <thead>
          <tr>
            <td />
            {columns.map(({ ref, module }) => (
              <th key={ref} scope="col">
                <a className="link" href={routes.module(module.namespace, module.name)}>
                  {module.title}
                </a>
                <code>{ref}</code>
                <a className="go" href={routes.compare(refs.filter((other) => other !== ref))}>
                  Remove<span className="sr-only"> {module.title}</span>
                </a>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {COMPARE_ROWS.map((row) => {
            const isDifferent = differs(row, columns);
            return (
              <tr key={row.label} data-differs={isDifferent || undefined}>
                <th scope="row">
                  {row.label}
                  {isDifferent && <small>differs</small>}
                </th>
                {columns.map((column) => (
                  <td key={column.ref}>{row.cell(column)}</td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
