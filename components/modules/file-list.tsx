import { Bytes } from '@/components/ui/figures';
import { routes } from '@/lib/routes';
import type { FileDto } from '@/types/module';

const FOLD = 60;

function Rows({ namespace, name, files }: FileListProps) {
  return files.map(({ path, size, mode }) => (
    <tr key={path}>
      <th scope="row">
        <a href={routes.file(namespace, name, path)}>{path}</a>
      </th>
      <td>{(mode & 0o111) !== 0 && <span title="executable">x</span>}</td>
      <td>
        <Bytes size={size} />
      </td>
    </tr>
  ));
}

type FileListProps = { namespace: string; name: string; files: FileDto[] };

/** Every file of the archive, by path. */
export function FileList({ namespace, name, files }: FileListProps) {
  const head = files.length > FOLD + 10 ? files.slice(0, FOLD) : files;
  const rest = files.slice(head.length);
  return (
    <>
      <table className="fl">
        <caption className="sr-only">Files in the archive</caption>
        <tbody>
          <Rows namespace={namespace} name={name} files={head} />
        </tbody>
      </table>
      {rest.length > 0 && (
        <details className="more">
          <summary>{rest.length} more files</summary>
          <table className="fl">
            <caption className="sr-only">More files in the archive</caption>
            <tbody>
              <Rows namespace={namespace} name={name} files={rest} />
            </tbody>
          </table>
        </details>
      )}
    </>
  );
}
