import { fieldsOf, rows, texts } from './fields';

export const gitConfigFields = fieldsOf({
  parts: texts,
  aliases: rows({ name: String, command: String }),
  includeMethod: String,
  hooks: rows({ name: String, path: String }),
});
