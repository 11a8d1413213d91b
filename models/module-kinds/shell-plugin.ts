import { fieldsOf, keybindings, rows, texts } from './fields';

export const shellPluginFields = fieldsOf({
  shells: texts,
  entry: texts,
  shellVersions: { type: Map, of: String },
  loadOrder: String,
  completions: texts,
  functions: texts,
  aliases: rows({ name: String, expansion: String }),
  keybindings,
  env: texts,
  hooks: texts,
});
