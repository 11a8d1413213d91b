import * as z from 'zod';

import { APP_PATTERN, line, token } from '../text';
import { archivePath, codeLine, keybindings } from './parts';

export const wmConfig = z.strictObject({
  wm: z.enum(['hyprland', 'sway', 'i3', 'bspwm', 'niri', 'river', 'awesome', 'yabai', 'aerospace']),
  session: z.enum(['wayland', 'x11', 'quartz']).exactOptional(),
  components: z
    .array(z.strictObject({ role: line(80), app: token(APP_PATTERN, 'app name') }))
    .max(100)
    .exactOptional(),
  machineFiles: z.array(archivePath).max(100).exactOptional(),
  keybindings: keybindings.exactOptional(),
  autostart: z.array(codeLine).max(100).exactOptional(),
});
