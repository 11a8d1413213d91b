import { fieldsOf, rows, texts } from './fields';

export const editorConfigFields = fieldsOf({
  editor: String,
  role: String,
  editorVersion: String,
  base: String,
  pluginManager: String,
  plugins: rows({ source: String, pin: String }),
  lsp: texts,
  leader: String,
  keymaps: rows({ mode: String, keys: String, does: String }),
  appName: String,
});
