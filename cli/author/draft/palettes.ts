import { extensionOf } from '@/lib/utils/extension-of';
import type { Palette } from '@/types/module';

const ANSI_NAMES = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'];
const HEX = '(?:#|0x)?([0-9a-fA-F]{6})';

type Found = { app: string; colors: Map<string, string> };

/** `key = "#rrggbb"` and `key: '#rrggbb'` of a text, the key in lower case; the last one wins. */
function pairs(text: string): Map<string, string> {
  const rows = text.matchAll(new RegExp(`^[ \\t]*["']?([\\w.-]+)["']?[ \\t]*[:= ][ \\t]*["']?${HEX}\\b`, 'gm'));
  return new Map([...rows].map(([, key = '', hex = '']) => [key.toLowerCase(), `#${hex.toLowerCase()}`]));
}

/** alacritty: tables (TOML) or indented sections (YAML) of colour names. */
function alacritty(text: string): Found | null {
  if (!/^\s*(?:\[colors\.(?:normal|primary)\]|colors:)/m.test(text)) return null;
  const colors = new Map<string, string>();
  let section = '';
  for (const line of text.split('\n')) {
    section =
      /^\s*\[colors\.(\w+)\]|^\s{2,}(\w+):\s*$/
        .exec(line)
        ?.slice(1)
        .find((name) => name !== undefined) ?? section;
    const row = new RegExp(`^\\s*(\\w+)\\s*[:=]\\s*["']${HEX}["']`).exec(line);
    if (row !== null) colors.set(`${section}.${row[1]}`, `#${(row[2] ?? '').toLowerCase()}`);
  }
  const result = new Map<string, string>();
  for (const [index, name] of ANSI_NAMES.entries()) {
    const normal = colors.get(`normal.${name}`);
    const bright = colors.get(`bright.${name}`) ?? normal;
    if (normal !== undefined && bright !== undefined)
      result.set(`color${index}`, normal).set(`color${index + 8}`, bright);
  }
  const also = {
    background: 'primary.background',
    foreground: 'primary.foreground',
    cursor: 'cursor.cursor',
    selection: 'selection.background',
  };
  for (const [key, from] of Object.entries(also)) if (colors.has(from)) result.set(key, colors.get(from) ?? '');
  return { app: 'alacritty', colors: result };
}

/** kitty: `color0 #rrggbb`; ghostty: `palette = 0=#rrggbb`; foot: `regular0=rrggbb`; base16: `base00: "rrggbb"`. */
function listed(text: string): Found | null {
  const found = pairs(text);
  const palette = [...text.matchAll(new RegExp(`^\\s*palette\\s*=\\s*(\\d{1,2})=${HEX}`, 'gm'))];
  for (const [, index = '', hex = ''] of palette) found.set(`color${index}`, `#${hex.toLowerCase()}`);
  for (let index = 0; index < 8; index += 1) {
    const regular = found.get(`regular${index}`);
    const bright = found.get(`bright${index}`);
    if (regular !== undefined) found.set(`color${index}`, regular);
    if (bright !== undefined) found.set(`color${index + 8}`, bright);
  }
  const app = palette.length > 0 ? 'ghostty' : found.has('regular0') ? 'foot' : 'kitty';
  const selection = found.get('selection_background') ?? found.get('selection-background');
  if (selection !== undefined) found.set('selection', selection);
  return found.has('color0') ? { app, colors: found } : null;
}

/** https://github.com/chriskempson/base16: which of its sixteen stands for which terminal colour. */
const BASE16 = ['00', '08', '0b', '0a', '0d', '0e', '0c', '05', '03', '08', '0b', '0a', '0d', '0e', '0c', '07'];

function base16(text: string): Found | null {
  const found = pairs(text);
  const ansi = BASE16.map((base) => found.get(`base${base}`));
  if (ansi.some((color) => color === undefined)) return null;
  const colors = new Map(ansi.map((color, index) => [`color${index}`, color ?? '']));
  return {
    app: 'base16',
    colors: colors.set('background', found.get('base00') ?? '').set('foreground', found.get('base05') ?? ''),
  };
}

function paletteOf(colors: Map<string, string>): Palette | null {
  const ansi = Array.from({ length: 16 }, (_, index) => colors.get(`color${index}`));
  const [background, foreground] = [colors.get('background'), colors.get('foreground')];
  if (background === undefined || foreground === undefined || ansi.some((color) => color === undefined)) return null;
  const cursor = colors.get('cursor');
  const selection = colors.get('selection');
  return {
    background,
    foreground,
    ...(cursor === undefined ? {} : { cursor }),
    ...(selection === undefined ? {} : { selection }),
    ansi: ansi.map((color) => color ?? ''),
  };
}

const SETTINGS = new Set(['toml', 'yaml', 'yml', 'conf', 'ini', 'theme', '']);

/** The sixteen colours of a theme file, and for which program it is written; null for any other file. */
export function readPalette(path: string, text: string): { app: string; palette: Palette } | null {
  if (!SETTINGS.has(extensionOf(path)) || text === '') return null;
  const found = base16(text) ?? alacritty(text) ?? listed(text);
  const palette = found === null ? null : paletteOf(found.colors);
  return found === null || palette === null ? null : { app: found.app, palette };
}
