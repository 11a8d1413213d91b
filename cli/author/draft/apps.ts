import { extensionOf } from '@/lib/utils/extension-of';

import { APPS, type App } from './app-table';
import type { FileInput, Guess, Guesser } from './draft';
import { type FolderView, folderOf, isAboutProject, nameOf } from './folder-view';

/** Kinds that are data only take along only files of this sort from beside the main one. */
const SETTINGS = new Set(['toml', 'yaml', 'yml', 'json', 'jsonc', 'conf', 'ini', 'kdl', 'kbd', 'theme', '']);
const DATA_ONLY = new Set(['terminal-config', 'input-config', 'prompt']);

const below = (path: string, folder: string): boolean => folder === '' || path.startsWith(`${folder}/`);

/** What goes along with the main file: everything of its folder that is for a home directory. */
function companions(view: FolderView, app: App, main: string): string[] {
  if (app.single) return [main];
  const folder = folderOf(main);
  const beside = view.files.map(({ path }) => path).filter((path) => below(path, folder) && !isAboutProject(path));
  const isOwn = (path: string) =>
    path === main ||
    !DATA_ONLY.has(app.kind) ||
    SETTINGS.has(extensionOf(path)) ||
    extensionOf(path) === extensionOf(main);
  return beside.filter(isOwn);
}

function entriesOf(view: FolderView, app: App, main: string, name: string): FileInput[] {
  const base = app.dest.replace('{name}', name);
  const folder = folderOf(main);
  const executables = new Set(view.files.filter(({ executable }) => executable).map(({ path }) => path));
  return companions(view, app, main).map((src) => {
    const dest = app.single ? base : `${base}/${folder === '' ? src : src.slice(folder.length + 1)}`;
    const isProgram = executables.has(src) || (src === main && app.executable === true);
    return { src, dest, mode: 'copy', ...(isProgram && !DATA_ONLY.has(app.kind) ? { perm: '0755' } : {}) };
  });
}

function guessOf(view: FolderView, app: App, name: string): Guess[] {
  const candidates = view.files.map(({ path }) => path).filter((path) => app.main.test(path) && !isAboutProject(path));
  const main = candidates
    .sort((a, b) => a.split('/').length - b.split('/').length)
    .find((path) => app.says === undefined || app.says.test(view.text(path)));
  if (main === undefined) return [];
  const requires = {
    ...(app.os === undefined ? {} : { os: [app.os] }),
    ...(app.command === undefined ? {} : { commands: [app.command] }),
  };
  const draft = {
    fields: app.fields,
    files: entriesOf(view, app, main, name),
    ...(Object.keys(requires).length > 0 ? { requires } : {}),
  };
  return [{ kind: app.kind, weight: app.weight, because: nameOf(main), draft }];
}

/** Configurations of programs that keep them in files of known names. */
export const guessApps: Guesser = (view, name) => APPS.flatMap((app) => guessOf(view, app, name));
