import { Bytes } from '@/components/ui/figures';
import { routes } from '@/lib/routes';
import { countFiles, fileTree, type TreeFolder } from '@/lib/utils/file-tree';
import type { FileDto } from '@/types/module';

type Of = { namespace: string; name: string; version: string | undefined };
/** Archives with more files than this begin with their folders closed. */
const OPEN_BELOW = 250;

function Folder({ of, folder, isOpen }: { of: Of; folder: TreeFolder<FileDto>; isOpen: boolean }) {
  const count = countFiles(folder);
  return (
    <li>
      <details open={isOpen}>
        <summary id={`d/${folder.path}`}>
          {folder.name}/ <span>{count === 1 ? '1 file' : `${count.toLocaleString('en')} files`}</span>
        </summary>
        <Entries of={of} folder={folder} isOpen={isOpen} />
      </details>
    </li>
  );
}

function Entries({ of, folder, isOpen }: { of: Of; folder: TreeFolder<FileDto>; isOpen: boolean }) {
  return (
    <ul>
      {folder.folders.map((below) => (
        <Folder key={below.path} of={of} folder={below} isOpen={isOpen} />
      ))}
      {folder.files.map(({ name, file }) => (
        <li key={name}>
          <a href={routes.file(of.namespace, of.name, file.path, of.version)}>{name}</a>
          {(file.mode & 0o111) !== 0 && <span title="executable">x</span>}
          <code title={`sha256 ${file.sha256}`}>{file.sha256.slice(0, 8)}</code>
          <Bytes size={file.size} />
        </li>
      ))}
    </ul>
  );
}

/** Every file of an archive in its folders. Folders are plain `details`: they open without a script, and find-in-page opens them. */
export function FileTree({ of, files }: { of: Of; files: FileDto[] }) {
  return (
    <div className="ft">
      <Entries of={of} folder={fileTree(files)} isOpen={files.length < OPEN_BELOW} />
    </div>
  );
}
