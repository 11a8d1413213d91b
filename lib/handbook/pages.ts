import 'server-only';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PageSource, readPageSource } from './page-source';
import { GENERATED_SECTIONS } from './reference-sections';

const FOLDER = join(process.cwd(), 'content/docs');

const fileOf = (slug: string) => join(FOLDER, `${slug || 'index'}.mdx`);

export const isWritten = (slug: string): boolean => existsSync(fileOf(slug));

/** A page of the handbook as text; `slug` is one of ours, never what a visitor typed. The first page has an empty one. */
export function getPageSource(slug: string): PageSource {
  return readPageSource(readFileSync(fileOf(slug), 'utf8'), GENERATED_SECTIONS);
}
