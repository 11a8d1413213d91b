import { fieldsOf, texts } from './fields';

export const promptFields = fieldsOf({
  shells: texts,
  engine: String,
  segments: texts,
  nerdFont: String,
  transient: Boolean,
  rightPrompt: Boolean,
  ansiSample: String,
});
