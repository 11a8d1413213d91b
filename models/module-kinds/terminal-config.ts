import { fieldsOf, keybindings } from './fields';

export const terminalConfigFields = fieldsOf({
  terminal: String,
  versionRange: String,
  font: { family: String, size: Number, nerd: Boolean },
  opacity: Number,
  importMode: String,
  keybindings,
});
