import type { ReadyModule } from '@/cli/types';
import { type MemoryHome, readyModule, type TestFile } from './cli-home';

const MODES = ['copy', 'copy', 'link', 'template', 'copy'] as const;

/** Modules of many files, with every mode among them and blocks of several modules in the same files. */
export function manyFiles(home: MemoryHome, count: number, moduleCount = 4): ReadyModule[] {
  return Array.from({ length: moduleCount }, (_, m) => {
    const files = Array.from({ length: count / moduleCount }, (_, at): TestFile => {
      if (at % 50 === 0) return { dest: `{config}/shared-${at % 200}.conf`, mode: 'block', content: `of ${m} ${at}\n` };
      const dest = `{config}/app-${m}/folder-${at % 20}/file-${at}.conf`;
      return { dest, content: `setting = ${at}\n`.repeat(40), mode: MODES[at % MODES.length] ?? 'copy' };
    });
    return readyModule(home, `@ada/module-${m}`, '1.0.0', files, {
      kind: 'script',
      script: { interpreter: 'sh', commands: [{ name: 'tool', path: 'files/1' }] },
    });
  });
}
