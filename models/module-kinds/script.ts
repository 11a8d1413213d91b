import { fieldsOf, rows, texts } from './fields';

export const scriptFields = fieldsOf({
  interpreter: String,
  commands: rows({ name: String, path: String, usage: String, summary: String }),
  dependencies: texts,
  needsRoot: Boolean,
  completions: texts,
});
