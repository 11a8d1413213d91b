'use server';
import { authedAction, statefulForm } from '@/lib/action';
import * as commands from './commands';
import { createTokenSchema, revokeTokenSchema } from './schema';

export const createToken = authedAction(createTokenSchema, commands.createToken);
export const createTokenForm = statefulForm(createToken);
export const revokeToken = authedAction(revokeTokenSchema, commands.revokeToken);
export const revokeTokenForm = statefulForm(revokeToken);
