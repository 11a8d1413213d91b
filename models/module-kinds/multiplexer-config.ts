import { fieldsOf, keybindings, texts } from './fields';

export const multiplexerConfigFields = fieldsOf({
  multiplexer: String,
  role: String,
  versionRange: String,
  prefix: String,
  mouse: Boolean,
  statusPosition: String,
  plugins: texts,
  keybindings,
});
