import { columns } from '../ui/columns';
import { plain, type Text, t } from '../ui/text';

const MAX_WIDTH = 72;

/** A cell on one line: what would break it or reach the terminal as a command is taken out, and what is long is cut. */
export function cell(text: string, width = MAX_WIDTH): string {
  const line = plain(text).replace(/\s+/g, ' ').trim();
  const letters = [...line];
  return letters.length > width ? `${letters.slice(0, width - 1).join('')}…` : line;
}

/** Lines of cells, each column as wide as its widest cell. */
export const table = (rows: readonly (readonly string[])[]): Text[] =>
  columns(rows.map((row) => row.map((text) => cell(text)))).map((line) => t`${line}`);
