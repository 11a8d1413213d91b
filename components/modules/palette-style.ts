import type { CSSProperties } from 'react';
import type { Palette } from '@/types/module';

const HEX = /^#[0-9a-f]{6}$/i;

/** The custom properties that dress a `.term` in a palette: `--b`, `--f` and the sixteen colours `--0` … `--15`. */
export function paletteStyle(palette: Palette): CSSProperties {
  const style: Record<string, string> = {};
  const set = (key: string, value: string | undefined) => {
    if (value && HEX.test(value)) style[key] = value;
  };
  set('--b', palette.background);
  set('--f', palette.foreground);
  palette.ansi.slice(0, 16).forEach((value, index) => {
    set(`--${index}`, value);
  });
  return style;
}
