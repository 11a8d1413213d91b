import { nameOf } from './folder-view';

/** Read by people who want to know what they may do with a module, whether the manifest names them or not. */
const ALWAYS = /^(?:readme|licen[cs]e|copying|unlicense|notice|changelog|dotkit\.json)(?:[-.]\w+)*$/i;

/** A path as a rule that means this path and no other. */
const literal = (path: string): string => path.replace(/[\\*?[\]!#]/g, '\\$&').replace(/ $/, '\\ ');

function* rulesBelow(folder: string, paths: readonly string[], needed: ReadonlySet<string>): Generator<string> {
  const prefix = folder === '' ? '' : `${folder}/`;
  const inside = paths.filter((path) => path.startsWith(prefix));
  yield `/${literal(folder === '' ? '*' : prefix)}${folder === '' ? '' : '*'}`.replace('\\*', '*');
  for (const name of new Set(inside.map((path) => path.slice(prefix.length).split('/')[0] ?? ''))) {
    const path = `${prefix}${name}`;
    const below = inside.filter((one) => one.startsWith(`${path}/`));
    const wanted = below.length === 0 ? needed.has(path) : below.some((one) => needed.has(one));
    if (!wanted) continue;
    yield `!/${literal(path)}${below.length === 0 ? '' : '/'}`;
    if (below.some((one) => !needed.has(one))) yield* rulesBelow(path, inside, needed);
  }
}

/**
 * Rules that let only the needed files into the archive; null when there are no others. A module that is data only is refused
 * for code beside it, and a project's tests and pictures make every download larger.
 */
export function ignoreText(paths: readonly string[], named: ReadonlySet<string>): string | null {
  const needed = new Set(paths.filter((path) => named.has(path) || (!path.includes('/') && ALWAYS.test(nameOf(path)))));
  if (needed.size === paths.length) return null;
  return [
    '# Only what the module needs goes into its archive.',
    ...rulesBelow('', paths, needed),
    '!/dotkit.json',
    '',
  ].join('\n');
}
