'use server';
import { authedAction, buttonForm } from '@/lib/action';
import * as commands from './commands';
import { decideDeviceSchema } from './schema';

export const decideDevice = authedAction(decideDeviceSchema, commands.decideDevice, { limit: 'signIn' });
export const decideDeviceForm = buttonForm(decideDevice);
