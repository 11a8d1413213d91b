'use server';
import { authedAction, statefulForm } from '@/lib/action';
import * as commands from './commands';
import { profileSchema } from './schema';

export const updateProfile = authedAction(profileSchema, commands.updateProfile);
export const updateProfileForm = statefulForm(updateProfile);
