import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { MANIFEST_PATH, parseManifest } from '@/lib/manifest/schema';

import type { Guess } from '../author/draft/draft';
import { type FolderView, viewFolder } from '../author/draft/folder-view';
import { identify } from '../author/draft/identity';
import { ignoreText } from '../author/draft/ignore-text';
import { guessKinds } from '../author/draft/kinds';
import { manifestText } from '../author/draft/manifest-text';
import { chooseGuess, settle } from '../author/draft/settle';
import { IGNORE_FILE } from '../author/left-out';
import type { Command, Output } from '../context';
import { CliError, EXIT } from '../errors';
import { findingLine } from '../ui/findings';
import { paint, t } from '../ui/text';

const MOST_SHOWN = 20;

const text = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null;

function assertFree(folder: string, force: boolean): void {
  if (force || !existsSync(join(folder, MANIFEST_PATH))) return;
  throw new CliError('manifest_exists', EXIT.failure, `There is a ${MANIFEST_PATH} in ${folder} already.`, [
    'With --force it is replaced.',
  ]);
}

function writeWhole(path: string, content: string): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, content, { flag: 'wx' });
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Paths of the archive that a draft names, in `files[]` and in the fields of its kind. */
function namedPaths(view: FolderView, { draft }: Guess): Set<string> {
  const texts = new Set<string>();
  JSON.stringify([draft.files, draft.fields], (_, value: unknown) => {
    if (typeof value === 'string') texts.add(value);
    return value;
  });
  return new Set(view.files.map(({ path }) => path).filter((path) => texts.has(path)));
}

function sayFiles(out: Output, { draft }: Guess): void {
  for (const { src, dest, mode = 'copy', line } of draft.files.slice(0, MOST_SHOWN)) {
    out.line(t`  ${dest}  ${paint.dim(`${mode} ${src ?? line ?? ''}`)}`);
  }
  if (draft.files.length > MOST_SHOWN) out.line(t`  and ${draft.files.length - MOST_SHOWN} more`);
}

function sayOthers(out: Output, guesses: readonly Guess[], taken: Guess): void {
  const others = guesses.filter((guess) => guess !== taken).map(({ kind, because }) => `${kind} (${because})`);
  if (others.length > 0) out.note(t`It could also be: ${others.join(', ')}. Choose with --kind.`);
}

/** `init [folder]`: a manifest drafted from the files, and rules that keep what it does not need out of the archive. */
export const init: Command = async (context, [given = '.'], options) => {
  const { out } = context;
  const { dryRun, force } = context.options;
  const folder = resolve(given);
  const view = viewFolder(folder);
  assertFree(folder, force);
  const wanted = {
    kind: text(options.kind),
    namespace: text(options.namespace),
    name: text(options.name),
    license: text(options.license),
  };
  const identity = identify(view);
  const guesses = guessKinds(view, wanted.name ?? identity.name);
  const guess = await chooseGuess(context, guesses, wanted.kind, folder);
  const settled = await settle(context, identity, wanted);
  const manifest = manifestText(settled, guess);
  const { findings } = parseManifest(Buffer.from(manifest));
  const paths = view.files.map(({ path }) => path);
  const rules = existsSync(join(folder, IGNORE_FILE)) ? null : ignoreText(paths, namedPaths(view, guess));
  const written = [MANIFEST_PATH, ...(rules === null ? [] : [IGNORE_FILE])];
  if (!dryRun) {
    writeWhole(join(folder, MANIFEST_PATH), manifest);
    if (rules !== null) writeWhole(join(folder, IGNORE_FILE), rules);
  }
  const { namespace, name, version } = settled;
  out.line(t`${paint.bold(`@${namespace}/${name} ${version}`)}  ${guess.kind}, because of ${guess.because}`);
  sayFiles(out, guess);
  for (const finding of findings) out.line(findingLine(finding));
  out.line(t`${dryRun ? 'would write' : 'wrote'}  ${written.join(', ')}`);
  sayOthers(out, guesses, guess);
  if (!dryRun) out.note(t`Read it over, then check it with: dotkit pack${given === '.' ? '' : ` ${given}`}`);
  const json = {
    folder,
    written: dryRun ? [] : written,
    because: guess.because,
    manifest: JSON.parse(manifest) as unknown,
    findings,
  };
  if (findings.length > 0) return { exitCode: EXIT.failure, json };
  return { exitCode: dryRun ? EXIT.wouldChange : EXIT.ok, json };
};
