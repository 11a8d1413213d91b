import { closeSync, openSync, readSync } from 'node:fs';
import { basename, resolve } from 'node:path';

import { extensionOf } from '@/lib/utils/extension-of';

import { collectFiles, type SourceFile } from '../collect';

/** Enough of a file to tell what it is, and all of any configuration that somebody wrote by hand. */
const READ_BYTES = 256 * 1024;

/** A folder as the guesses see it: paths, and the beginnings of texts, read when they are asked for. */
export type FolderView = {
  /** The folder's own name. */
  name: string;
  files: readonly SourceFile[];
  /** The text of a file of the folder, '' for one that is not there or is no text. */
  text: (path: string) => string;
};

function readStart(source: string): string {
  const file = openSync(source, 'r');
  try {
    const buffer = Buffer.alloc(READ_BYTES);
    const bytes = buffer.subarray(0, readSync(file, buffer, 0, READ_BYTES, 0));
    return bytes.includes(0)
      ? ''
      : bytes
          .toString('utf8')
          .replace(/^\ufeff/, '')
          .replaceAll('\r\n', '\n');
  } finally {
    closeSync(file);
  }
}

/** @throws CliError `no_folder` */
export function viewFolder(folder: string): FolderView {
  const { files } = collectFiles(folder);
  const sources = new Map(files.map((file) => [file.path, file.source]));
  const texts = new Map<string, string>();
  return {
    name: basename(resolve(folder)),
    files,
    text: (path) => {
      const source = sources.get(path);
      if (source === undefined) return '';
      const text = texts.get(path) ?? readStart(source);
      texts.set(path, text);
      return text;
    },
  };
}

export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
/** The last part without its extension. */
export const stemOf = (path: string): string => nameOf(path).replace(/(?<=.)\.[^.]*$/, '');

/** Files that describe, build or test a project and belong to no home directory. */
const PROJECT_FILE =
  /^(?:package(?:-lock)?\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|tsconfig.*\.json|\.editorconfig|\.gitignore|\.gitattributes|\.gitmodules|\.npmignore|\.npmrc|\.eslint.*|\.prettier.*|\.releaserc.*|\.travis\.yml|markdownlint\.json|dotkit\.json|makefile|dockerfile|.*\.d\.ts|.*\.map|.*\.(?:png|jpe?g|gif|svg|webp|ai|ico))$/i;
const PROJECT_FOLDER =
  /(?:^|\/)(?:\.github|\.gitlab|\.circleci|tests?|spec|docs?|examples?|node_modules|screenshots?|assets)(?:\/|$)/i;
const DOCUMENT =
  /^(?:readme|changelog|changes|history|news|licen[cs]e|copying|authors|contribut|notice|security|code_of_conduct|issue_template)/i;

/** Whether a file is about the project rather than for a home directory. */
export function isAboutProject(path: string): boolean {
  const name = nameOf(path);
  if (PROJECT_FILE.test(name) || PROJECT_FOLDER.test(folderOf(path))) return true;
  return DOCUMENT.test(name) || ['md', 'markdown', 'rst', 'adoc'].includes(extensionOf(path));
}
