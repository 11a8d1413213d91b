'use server';
import { openAction } from '@/lib/action';
import * as commands from './commands';
import { downloadSchema } from './schema';

export const getDownloadLink = openAction(downloadSchema, commands.issueDownload);
