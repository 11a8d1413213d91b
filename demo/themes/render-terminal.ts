import { ANSI_NAMES, ansi, type FullPalette, type Variant } from './palette';

const indices = Array.from({ length: 16 }, (_, index) => index);
const bare = (hex: string) => hex.slice(1);
const lines = (...rows: string[]) => `${rows.join('\n')}\n`;

export function kitty({ name, palette }: Variant): string {
  return lines(
    `## name: ${name}`,
    `background ${palette.background}`,
    `foreground ${palette.foreground}`,
    `cursor ${palette.cursor}`,
    `cursor_text_color ${palette.background}`,
    `selection_background ${palette.selection}`,
    `selection_foreground ${palette.foreground}`,
    `url_color ${palette.accent}`,
    `active_border_color ${palette.accent}`,
    `inactive_border_color ${ansi(palette, 8)}`,
    ...indices.map((index) => `color${index} ${ansi(palette, index)}`),
  );
}

const tomlColors = (palette: FullPalette, offset: number) =>
  ANSI_NAMES.map((color, index) => `${color} = "${ansi(palette, index + offset)}"`);

export function alacritty({ name, palette }: Variant): string {
  return lines(
    `# ${name}`,
    '[colors.primary]',
    `background = "${palette.background}"`,
    `foreground = "${palette.foreground}"`,
    '',
    '[colors.cursor]',
    `text = "${palette.background}"`,
    `cursor = "${palette.cursor}"`,
    '',
    '[colors.selection]',
    'text = "CellForeground"',
    `background = "${palette.selection}"`,
    '',
    '[colors.normal]',
    ...tomlColors(palette, 0),
    '',
    '[colors.bright]',
    ...tomlColors(palette, 8),
  );
}

export function ghostty({ palette }: Variant): string {
  return lines(
    ...indices.map((index) => `palette = ${index}=${ansi(palette, index)}`),
    `background = ${palette.background}`,
    `foreground = ${palette.foreground}`,
    `cursor-color = ${palette.cursor}`,
    `cursor-text = ${palette.background}`,
    `selection-background = ${palette.selection}`,
    `selection-foreground = ${palette.foreground}`,
  );
}

export function foot({ name, palette }: Variant): string {
  return lines(
    `# ${name}`,
    '[colors]',
    `background=${bare(palette.background)}`,
    `foreground=${bare(palette.foreground)}`,
    `cursor=${bare(palette.background)} ${bare(palette.cursor)}`,
    `selection-background=${bare(palette.selection)}`,
    `selection-foreground=${bare(palette.foreground)}`,
    `urls=${bare(palette.accent)}`,
    ...indices.map((index) => `${index < 8 ? 'regular' : 'bright'}${index % 8}=${bare(ansi(palette, index))}`),
  );
}

export function wezterm({ name, palette }: Variant): string {
  const list = (from: number) =>
    indices
      .slice(from, from + 8)
      .map((index) => `"${ansi(palette, index)}"`)
      .join(', ');
  return lines(
    '[metadata]',
    `name = "${name}"`,
    '',
    '[colors]',
    `background = "${palette.background}"`,
    `foreground = "${palette.foreground}"`,
    `cursor_bg = "${palette.cursor}"`,
    `cursor_fg = "${palette.background}"`,
    `cursor_border = "${palette.cursor}"`,
    `selection_bg = "${palette.selection}"`,
    `selection_fg = "${palette.foreground}"`,
    `ansi = [${list(0)}]`,
    `brights = [${list(8)}]`,
  );
}
