import { fieldsOf, texts } from './fields';

export const inputConfigFields = fieldsOf({
  engine: String,
  layers: texts,
  layout: String,
  devices: texts,
  needsRoot: Boolean,
});
