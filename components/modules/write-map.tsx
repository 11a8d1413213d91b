import { routes } from '@/lib/routes';
import type { WriteDto } from '@/types/module';
import { conditionOf, WRITE_VERBS, type WriteFolder, type WriteRow, writeTree } from './write-verb';

type Place = { namespace: string; name: string } | undefined;

/** Up to so many paths everything is open; beyond, folders of more than `FOLDED_FROM` are closed. */
const ALL_OPEN = 40;
const FOLDED_FROM = 12;
const ROWS_SHOWN = 30;

function Source({ write, module }: { write: WriteDto; module: Place }) {
  if (write.line)
    return (
      <details>
        <summary title={write.line}>the line</summary>
        <code>{write.line}</code>
      </details>
    );
  if (!write.src || !module) return null;
  return (
    <a className="link" href={routes.file(module.namespace, module.name, write.src)}>
      {write.src}
    </a>
  );
}

function Row({ row: { file, write }, module }: { row: WriteRow; module: Place }) {
  const { verb, tone } = WRITE_VERBS[write.mode];
  const condition = conditionOf(write);
  return (
    <li>
      <span data-tone={tone}>{verb}</span> <b>{file}</b> <Source write={write} module={module} />
      {condition && <em> only on {condition}</em>}
      {write.perm && <em title={`Permissions ${write.perm}`}> {write.perm}</em>}
    </li>
  );
}

function Rows({ rows, module }: { rows: WriteRow[]; module: Place }) {
  return rows.map((row, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: one path may be written twice, for different machines
    <Row key={index} row={row} module={module} />
  ));
}

function Folder({ folder, module, allOpen }: { folder: WriteFolder; module: Place; allOpen: boolean }) {
  const { path, rows, folders, count } = folder;
  const rest = rows.slice(ROWS_SHOWN);
  return (
    <li>
      <details open={allOpen || count <= FOLDED_FROM || folders.length > 0}>
        <summary>
          {path} <small>{count}</small>
        </summary>
        <ul>
          <Rows rows={rest.length > 5 ? rows.slice(0, ROWS_SHOWN) : rows} module={module} />
          {rest.length > 5 && (
            <li>
              <details>
                <summary>{rest.length} more</summary>
                <ul>
                  <Rows rows={rest} module={module} />
                </ul>
              </details>
            </li>
          )}
          {folders.map((below) => (
            <Folder key={below.path} folder={below} module={module} allOpen={allOpen} />
          ))}
        </ul>
      </details>
    </li>
  );
}

/** What the verbs of this very map mean. */
function Legend({ writes }: { writes: WriteDto[] }) {
  const used = new Set(writes.map(({ mode }) => WRITE_VERBS[mode]));
  return (
    <details className="more">
      <summary>What these words mean</summary>
      <dl className="legend">
        {[...used].map(({ verb, tone, means }) => (
          <div key={verb}>
            <dt data-tone={tone}>{verb}</dt>
            <dd>{means}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** Every path that installing touches as a tree, what happens to it, on which machines, and from which file of the archive. */
export function WriteMap({ writes, module }: { writes: WriteDto[]; module?: Place }) {
  return (
    <>
      <ul className="wt" aria-label="Paths that installing writes">
        {writeTree(writes).map((folder) => (
          <Folder key={folder.path} folder={folder} module={module} allOpen={writes.length <= ALL_OPEN} />
        ))}
      </ul>
      <Legend writes={writes} />
    </>
  );
}
