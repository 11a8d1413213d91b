'use server';
import { openAction } from '@/lib/action';
import { versionRefSchema } from '@/lib/versions/schema';
import * as commands from './commands';

export const getDownloadLink = openAction(versionRefSchema, commands.issueDownload);
