'use server';
import { authedAction, statefulForm } from '@/lib/action';
import * as commands from './commands';
import { listingFormSchema, updateListingSchema } from './schema';

export const updateListing = authedAction(updateListingSchema, commands.updateListing);
export const updateListingForm = statefulForm(authedAction(listingFormSchema, commands.updateListing));
