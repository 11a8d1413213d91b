import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { findHome } from '@/cli/apply/home';
import type { CommonOptions, Context } from '@/cli/context';
import type { Home } from '@/cli/types';
import { plain, type Text } from '@/cli/ui/text';

/** An empty folder that goes with the test. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'dotkit-cli-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A home directory of its own, with the files that are named. */
export function makeHome(files: Record<string, string> = {}): Home {
  const home = findHome({ root: temporaryFolder(), force: false }, {});
  for (const [path, text] of Object.entries(files)) writeInHome(home, path, text);
  return home;
}

/** A person at work in the home: writes a file, with the folders it needs. */
export function writeInHome(home: Home, path: string, text: string, perm = 0o644): void {
  const absolute = join(home.root, path);
  mkdirSync(dirname(absolute), { recursive: true });
  writeFileSync(absolute, text);
  chmodSync(absolute, perm);
}

type Said = { lines: string[]; notes: string[]; warnings: string[]; questions: string[] };

/** A context as the program makes it, without a terminal: what is printed is kept in `said`, and `answer` answers every question. */
export function makeContext(
  home: Home,
  options: Partial<CommonOptions> & { answer?: boolean } = {},
): Context & { said: Said } {
  const { answer, ...common } = options;
  const said: Said = { lines: [], notes: [], warnings: [], questions: [] };
  const into = (list: string[]) => (text?: Text) => void list.push(plain(text?.toString() ?? ''));
  return {
    said,
    home,
    registryUrl: 'http://127.0.0.1:9',
    token: null,
    options: {
      json: false,
      dryRun: false,
      yes: false,
      force: false,
      allowScripts: false,
      allowSensitive: false,
      ...common,
    },
    out: {
      line: into(said.lines),
      note: into(said.notes),
      warn: into(said.warnings),
      progress: () => ({ add: () => {}, end: () => {} }),
    },
    ask: {
      isInteractive: answer !== undefined,
      confirm: async (question) => {
        said.questions.push(plain(question.toString()));
        return answer ?? common.yes ?? false;
      },
      text: async (_, initial) => initial,
      select: async (_, __, initial) => initial,
    },
  };
}
