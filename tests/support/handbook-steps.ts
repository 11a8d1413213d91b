import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FenceMark } from '@/lib/handbook/fence-marks';
import { type Fence, readPageSource } from '@/lib/handbook/page-source';

const FOLDER = 'content/docs';
const PURPOSES: FenceMark[] = ['run', 'file', 'output', 'manifest', 'norun', 'shown'];
const SHELL = ['sh', 'bash', 'shell', 'console', 'zsh'];

export type HandbookBlock = Fence & { where: string; purpose: FenceMark };

/** Names of the pages that are written in MDX. */
export const handbookPages = (): string[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.mdx'))
    .sort();

export const handbookText = (page: string): string => readFileSync(join(FOLDER, page), 'utf8');

/** Why a block says nothing of what is to be done with it, or says it twice; null when it is clear. */
export function faultOf({ language, marks }: Fence): string | null {
  const purposes = PURPOSES.filter((mark) => marks.has(mark));
  if (purposes.length !== 1) return `needs exactly one of ${PURPOSES.join(', ')}`;
  if (SHELL.includes(language) && !marks.has('run') && !marks.has('norun'))
    return 'is a command: run it, or say why not';
  if (marks.has('run') && !SHELL.includes(language)) return 'is no shell command';
  for (const mark of ['norun', 'shown', 'file'] as const) if (marks.get(mark) === '') return `${mark} says nothing`;
  return null;
}

/** The blocks of a page, in order. Throws for one that no test can judge. */
export function handbookBlocks(page: string): HandbookBlock[] {
  return readPageSource(handbookText(page)).fences.map((fence) => {
    const where = `${FOLDER}/${page}:${fence.line}`;
    const fault = faultOf(fence);
    const purpose = PURPOSES.find((mark) => fence.marks.has(mark));
    if (fault !== null || !purpose) throw new Error(`${where}: this block ${fault}.`);
    return { ...fence, where, purpose };
  });
}

/** Whether a text is what a page promised; `…` stands for anything. */
export function isPromised(actual: string, promised: string): boolean {
  const parts = promised.trim().split('…');
  const pattern = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[\\s\\S]*');
  return new RegExp(`^${pattern}$`).test(actual.trim());
}
