import { routes } from '@/lib/routes';
import type { WriteDto } from '@/types/module';
import { conditionOf, groupWrites, WRITE_VERBS } from './write-verb';

type WriteMapProps = {
  writes: WriteDto[];
  /** Where the sources can be read; absent leaves them out. */
  module?: { namespace: string; name: string } | undefined;
  /** Rows after which the rest is folded. */
  limit?: number;
};

function Source({ write, module }: { write: WriteDto; module: WriteMapProps['module'] }) {
  if (write.line) return <code>{write.line}</code>;
  if (!write.src || !module) return null;
  return (
    <a className="link" href={routes.file(module.namespace, module.name, write.src)}>
      <code>{write.src}</code>
    </a>
  );
}

function Rows({ writes, module }: WriteMapProps) {
  return groupWrites(writes).map(({ directory, rows }) =>
    rows.map(({ file, write }, index) => (
      <tr key={`${write.dest} ${write.mode} ${write.src ?? write.line ?? ''}`}>
        <td data-tone={WRITE_VERBS[write.mode].tone}>{WRITE_VERBS[write.mode].verb}</td>
        <th scope="row">
          <span data-again={index > 0 || undefined}>{directory}</span>
          {file}
        </th>
        <td>
          <Source write={write} module={module} />
          {conditionOf(write) && <em> on {conditionOf(write)}</em>}
        </td>
      </tr>
    )),
  );
}

/** Every path that installing touches, and what happens to it. */
export function WriteMap({ writes, module, limit = 40 }: WriteMapProps) {
  const head = writes.length > limit + 5 ? writes.slice(0, limit) : writes;
  const rest = writes.slice(head.length);
  return (
    <>
      <table className="wm">
        <caption className="sr-only">Paths that installing writes</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">Effect</th>
            <th scope="col">Path</th>
            <th scope="col">From</th>
          </tr>
        </thead>
        <tbody>
          <Rows writes={head} module={module} />
        </tbody>
      </table>
      {rest.length > 0 && (
        <details className="more">
          <summary>{rest.length} more paths</summary>
          <table className="wm">
            <caption className="sr-only">More paths that installing writes</caption>
            <tbody>
              <Rows writes={rest} module={module} />
            </tbody>
          </table>
        </details>
      )}
    </>
  );
}
