import * as z from 'zod';

import { line } from '../text';
import { appRange, keybindings } from './parts';

export const terminalConfig = z.strictObject({
  terminal: z.enum(['alacritty', 'kitty', 'wezterm', 'ghostty', 'foot', 'iterm2', 'windows-terminal']),
  versionRange: appRange.exactOptional(),
  font: z
    .strictObject({
      family: line(120),
      size: z.number().min(1).max(200).exactOptional(),
      nerd: z.boolean().exactOptional(),
    })
    .exactOptional(),
  opacity: z.number().min(0).max(1).exactOptional(),
  importMode: z.enum(['include', 'replace']).exactOptional(),
  keybindings: keybindings.exactOptional(),
});
