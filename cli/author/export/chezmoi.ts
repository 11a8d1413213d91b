import { type Exported, fragmentFiles, type OutFile } from './exported';

/** Beginnings that mean something in a source folder: https://chezmoi.io/reference/source-state-attributes/ */
const ATTRIBUTE =
  /^(?:after|before|create|dot|empty|encrypted|exact|executable|external|literal|modify|once|onchange|private|readonly|remove|run|symlink)_/;
/** Endings that chezmoi takes off, or that make it run a template. */
const SUFFIX = /\.(?:tmpl|literal|age|asc)$/;

/** A name of the home directory as a name of a source folder: `.zshrc` is `dot_zshrc`. */
function sourceName(name: string): string {
  const dotted = name.startsWith('.') ? `dot_${name.slice(1)}` : ATTRIBUTE.test(name) ? `literal_${name}` : name;
  return SUFFIX.test(dotted) ? `${dotted}.literal` : dotted;
}

/** Folders carry no suffix: only files are templates. */
const folderName = (name: string): string =>
  name.startsWith('.') ? `dot_${name.slice(1)}` : ATTRIBUTE.test(name) ? `literal_${name}` : name;

function sourcePath(target: string, attributes: string): string {
  const steps = target.split('/');
  const name = steps.pop() ?? '';
  return [...steps.map(folderName), `${attributes}${sourceName(name)}`].join('/');
}

/** The attributes of a file, in the order in which chezmoi reads them. */
function attributesOf(perm: number, size: number, createOnly: boolean): string {
  const set: [string, boolean][] = [
    ['create_', createOnly],
    ['private_', (perm & 0o077) === 0],
    ['readonly_', (perm & 0o222) === 0],
    // Without it chezmoi takes an empty file for one to remove.
    ['empty_', size === 0],
    ['executable_', (perm & 0o111) !== 0],
  ];
  return set.flatMap(([attribute, has]) => (has ? [attribute] : [])).join('');
}

/** A source folder of chezmoi. Nothing in it is a script or a template: applying it runs nothing. */
export function chezmoiFiles({ files, links, fragments }: Exported): OutFile[] {
  return [
    ...files.map(({ target, bytes, perm, createOnly }) => ({
      path: sourcePath(target, attributesOf(perm, bytes.length, createOnly)),
      bytes,
      perm: 0o644,
    })),
    ...links.map(({ target, leadsTo }) => ({
      path: sourcePath(target, 'symlink_'),
      bytes: Buffer.from(`${leadsTo}\n`),
      perm: 0o644,
    })),
    ...fragmentFiles(fragments),
  ];
}
