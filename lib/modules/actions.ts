'use server';
import { authedAction, statefulForm } from '@/lib/action';
import * as commands from './commands';
import { listingFormSchema } from './schema';

export const updateListingForm = statefulForm(authedAction(listingFormSchema, commands.updateListing));
