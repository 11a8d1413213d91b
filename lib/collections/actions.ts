'use server';
import { authedAction, buttonForm, statefulForm } from '@/lib/action';
import * as commands from './commands';
import {
  addItemSchema,
  collectionSlugSchema,
  createCollectionSchema,
  removeItemSchema,
  updateCollectionSchema,
} from './schema';

export const createCollection = authedAction(createCollectionSchema, commands.createCollection);
export const createCollectionForm = statefulForm(createCollection);
export const updateCollection = authedAction(updateCollectionSchema, commands.updateCollection);
export const updateCollectionForm = statefulForm(updateCollection);
export const deleteCollection = authedAction(collectionSlugSchema, commands.deleteCollection);
export const deleteCollectionForm = buttonForm(deleteCollection);
export const addToCollection = authedAction(addItemSchema, commands.addToCollection);
export const addToCollectionForm = buttonForm(addToCollection);
export const removeFromCollection = authedAction(removeItemSchema, commands.removeFromCollection);
export const removeFromCollectionForm = buttonForm(removeFromCollection);
