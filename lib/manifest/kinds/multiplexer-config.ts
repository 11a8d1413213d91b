import * as z from 'zod';

import { line } from '../text';
import { appRange, keybindings } from './parts';

export const multiplexerConfig = z.strictObject({
  multiplexer: z.enum(['tmux', 'zellij', 'screen']),
  role: z.enum(['config', 'plugin', 'theme', 'layout']),
  versionRange: appRange.exactOptional(),
  prefix: line(20).exactOptional(),
  mouse: z.boolean().exactOptional(),
  statusPosition: z.enum(['top', 'bottom']).exactOptional(),
  plugins: z.array(line(256)).max(100).exactOptional(),
  keybindings: keybindings.exactOptional(),
});
