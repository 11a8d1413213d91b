import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readHistory } from '@/cli/apply/history';
import { runLocked } from '@/cli/apply/run-locked';
import { stateAt } from '@/cli/apply/state-at';
import { commit, type TransactionRequest } from '@/cli/apply/transaction';
import { sha256Of } from '@/cli/plan/states';
import type { Change, FileState, Home } from '@/cli/types';
import { makeContext, makeHome } from './support/context';
import { readHome } from './support/tree';

const file = (text: string, perm = 0o644): FileState => ({ type: 'file', sha256: sha256Of(Buffer.from(text)), perm });

async function carryOut(home: Home, wanted: Record<string, FileState>, texts: string[] = []) {
  const changes: Change[] = Object.entries(wanted).map(([name, after]) => {
    const path = join(home.root, name);
    return { path, before: stateAt(path), after };
  });
  const made = new Map(texts.map((text) => [sha256Of(Buffer.from(text)), Buffer.from(text)]));
  const request: TransactionRequest = { action: 'install', modules: [], changes, made };
  return runLocked(makeContext(home), (session) => commit(session, request));
}

it('makes files, links and folders, replaces what is there, and writes it into the history', async () => {
  const home = makeHome({ '.zshrc': 'mine', 'old/keep': 'x', '.bashrc': 'bash' });
  const done = await carryOut(
    home,
    {
      'new/deep/file': file('deep', 0o755),
      new: { type: 'folder', perm: 0o750 },
      'new/deep': { type: 'folder', perm: 0o755 },
      '.zshrc': file('theirs'),
      link: { type: 'link', target: '../elsewhere' },
      'old/keep': { type: 'absent' },
      old: { type: 'absent' },
      '.bashrc': { type: 'link', target: 'new/deep/file' },
    },
    ['deep', 'theirs'],
  );
  expect(readHome(home)).toMatchObject({
    './new': 'folder 750',
    './new/deep/file': `file 755 ${Buffer.from('deep').toString('base64')}`,
    './.zshrc': `file 644 ${Buffer.from('theirs').toString('base64')}`,
    './link': 'link ../elsewhere',
    './.bashrc': 'link new/deep/file',
  });
  expect(readHome(home)).not.toHaveProperty(['./old']);
  expect(done?.id).toBe(1);
  expect(readHistory(home)).toEqual([done]);
});
