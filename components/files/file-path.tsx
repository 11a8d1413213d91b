import { Fragment } from 'react';
import { routes } from '@/lib/routes';

type FilePathProps = {
  namespace: string;
  name: string;
  /** The version that the address names; absent for the newest. */
  version?: string | undefined;
  /** The folders of the page's file, outermost first. Each leads to its place in the tree. */
  folders?: string[];
};

/** Where one is: module, files, folders. */
export function FilePath({ namespace, name, version, folders }: FilePathProps) {
  return (
    <nav className="path" aria-label="Where you are">
      <a href={routes.profile(namespace)}>@{namespace}</a>/<a href={routes.module(namespace, name)}>{name}</a>
      {version && (
        <>
          /<a href={routes.version(namespace, name, version)}>{version}</a>
        </>
      )}
      {folders && (
        <>
          /<a href={routes.files(namespace, name, version)}>files</a>
        </>
      )}
      {folders
        ?.map((folder, at) => ({ folder, path: folders.slice(0, at + 1).join('/') }))
        .map(({ folder, path }) => (
          <Fragment key={path}>
            /<a href={`${routes.files(namespace, name, version)}#d/${encodeURI(path)}`}>{folder}</a>
          </Fragment>
        ))}
    </nav>
  );
}
