import { Schema } from 'mongoose';
import { defineModel } from './define-model';

/** A person (later: an organisation). Usernames and organisation names share this one namespace. */
export type AccountDocument = {
  userId: string;
  username: string;
  /** What look-alike usernames have in common; unique. */
  usernameKey: string;
  kind: 'user' | 'organisation';
  displayName: string;
  bio: string;
  roles: 'moderator'[];
  demo: boolean;
  createdAt: Date;
};

const schema = new Schema<AccountDocument>(
  {
    userId: { type: String, required: true },
    username: { type: String, required: true },
    usernameKey: { type: String, required: true },
    kind: { type: String, enum: ['user', 'organisation'], default: 'user' },
    displayName: { type: String, default: '' },
    bio: { type: String, default: '' },
    roles: { type: [String], default: [] },
    demo: { type: Boolean, default: false },
    createdAt: { type: Date, default: () => new Date() },
  },
  { strict: 'throw', versionKey: false },
);
schema.index({ userId: 1 }, { unique: true });
schema.index({ username: 1 }, { unique: true });
schema.index({ usernameKey: 1 }, { unique: true });
schema.index({ demo: 1, username: 1 });

export const AccountModel = defineModel('Account', schema);
