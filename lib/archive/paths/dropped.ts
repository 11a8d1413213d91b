/** Whether macOS put this beside the real files: resource forks, Finder settings. Such entries are listed and left out. */
export function isDropped(path: string): boolean {
  return path.split('/').some((name) => name.startsWith('._') || name === '.DS_Store' || name === '__MACOSX');
}
