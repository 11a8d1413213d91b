import * as z from 'zod';

import { line } from '../text';
import { appRange } from './parts';

export const editorConfig = z.strictObject({
  editor: z.enum(['neovim', 'vim', 'helix', 'emacs', 'zed', 'vscode']),
  role: z.enum(['config', 'plugin', 'snippets']),
  editorVersion: appRange.exactOptional(),
  base: line(80).exactOptional(),
  pluginManager: line(80).exactOptional(),
  plugins: z
    .array(z.strictObject({ source: line(256), pin: line(128).exactOptional() }))
    .max(300)
    .exactOptional(),
  lsp: z.array(line(80)).max(100).exactOptional(),
  leader: line(20).or(z.literal(' ')).exactOptional(),
  keymaps: z
    .array(z.strictObject({ mode: line(20), keys: line(80), does: line(160) }))
    .max(500)
    .exactOptional(),
  appName: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, { error: 'Not a folder name.' })
    .exactOptional(),
});
