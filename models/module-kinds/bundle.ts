import { Schema } from 'mongoose';
import { fieldsOf, rows, texts } from './fields';

export const bundleFields = fieldsOf({
  modules: rows({ ref: String, range: String, optional: Boolean, variables: Schema.Types.Mixed }),
  profiles: rows({ name: String, when: Schema.Types.Mixed, modules: texts }),
});
