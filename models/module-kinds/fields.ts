import { Schema } from 'mongoose';

/** Building blocks for the fields of a kind. The manifest schema has checked the values before they get here. */
export const texts = { type: [String], default: undefined };
export const keybindings = { type: [new Schema({ keys: String, does: String }, { _id: false })], default: undefined };
export const rows = (shape: Record<string, unknown>) => ({
  type: [new Schema(shape, { _id: false, strict: 'throw' })],
  default: undefined,
});
export const fieldsOf = (shape: Record<string, unknown>) => new Schema(shape, { _id: false, strict: 'throw' });
