import mongoose, { type Model, type Schema } from 'mongoose';

/** Registers a model, or gives the one that an earlier load of the same file registered (hot reload). */
export function defineModel<T>(name: string, schema: Schema<T>): Model<T> {
  return (mongoose.models[name] as Model<T> | undefined) ?? mongoose.model<T>(name, schema);
}
