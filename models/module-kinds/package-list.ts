import { Schema } from 'mongoose';
import { fieldsOf } from './fields';

export const packageListFields = fieldsOf({
  manager: String,
  // A field called `type` must be spelled out: Mongoose would read a bare one as the type of the row.
  entries: {
    type: [
      new Schema(
        { name: String, type: { type: String }, version: String, optional: Boolean, note: String },
        { _id: false },
      ),
    ],
    default: undefined,
  },
  needsRoot: Boolean,
});
