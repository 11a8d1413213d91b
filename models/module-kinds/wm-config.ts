import { fieldsOf, keybindings, rows, texts } from './fields';

export const wmConfigFields = fieldsOf({
  wm: String,
  session: String,
  components: rows({ role: String, app: String }),
  machineFiles: texts,
  keybindings,
  autostart: texts,
});
