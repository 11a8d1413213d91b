'use server';

import { openAction, statefulForm } from '@/lib/action';
import { checkOwnList } from './queries';
import { ownListSchema } from './schema';

export const checkOwnListForm = statefulForm(openAction(ownListSchema, checkOwnList));
