import { folderEntry, listFolders } from './folder';
import { galleryPackages } from './packages/alacritty-gallery';
import { piecePackages } from './packages/pieces';
import { promptPackages } from './packages/prompts';
import type { CatalogueEntry } from './source';
import { OWN_THEMES } from './themes/own-themes';
import { PORTED_THEMES } from './themes/ported-themes';
import { themeEntry } from './themes/theme';

const key = ({ namespace, name }: { namespace: string; name: string }) => `${namespace}/${name}`;

/** Every module of the demo catalogue, sorted by name. Nothing is packed yet. */
export function catalogue(): CatalogueEntry[] {
  const recipes = [...promptPackages(), ...piecePackages(), ...galleryPackages()];
  const themes = [...OWN_THEMES, ...PORTED_THEMES].map(themeEntry);
  const packaged = new Set(recipes.map(key));
  const folders = listFolders()
    .filter(([namespace, name]) => !packaged.has(`${namespace}/${name}`))
    .map(([namespace, name]) => folderEntry(namespace, name));
  return [...folders, ...themes, ...recipes].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
