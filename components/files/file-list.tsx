import { Bytes } from '@/components/ui/figures';
import { routes } from '@/lib/routes';
import type { FileDto } from '@/types/module';

const SHOWN = 40;

type FileListProps = {
  namespace: string;
  name: string;
  /** Absent for the newest version. */
  version?: string | undefined;
  files: FileDto[];
  label?: string;
};

/** The first files of an archive by path, and the way to all of them. */
export function FileList({ namespace, name, version, files, label = 'Files in the archive' }: FileListProps) {
  return (
    <>
      <table className="fl">
        <caption className="sr-only">{label}</caption>
        <tbody>
          {files.slice(0, SHOWN).map(({ path, size, mode }) => (
            <tr key={path}>
              <th scope="row">
                <a href={routes.file(namespace, name, path, version)}>{path}</a>
              </th>
              <td>{(mode & 0o111) !== 0 && <span title="executable">x</span>}</td>
              <td>
                <Bytes size={size} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-2">
        <a className="link go" href={routes.files(namespace, name, version)}>
          {files.length > SHOWN ? `All ${files.length.toLocaleString('en')} files as a tree` : 'Browse them as a tree'}
        </a>
      </p>
    </>
  );
}
