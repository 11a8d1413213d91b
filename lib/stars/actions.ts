'use server';
import { authedAction, buttonForm } from '@/lib/action';
import * as commands from './commands';
import { starSchema } from './schema';

export const setStar = authedAction(starSchema, commands.setStar);
export const setStarForm = buttonForm(setStar);
