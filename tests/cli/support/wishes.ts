import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { sameState, sha256Of } from '@/cli/plan/states';
import type { Change, FileState, Sha256 } from '@/cli/types';

/** Few names, some of them folders of others, so that files, links and folders often take each other's place. */
const PATHS = ['a', 'a/b', 'a/b/c', 'a/d', 'e', 'e/f', '.zshrc', '.vim/app/rc', '.vim/app/colours/dark', 'bin/run'];
const TEXTS = ['', 'one\n', 'one\ntwo\nthree\n', 'no end', 'crlf\r\n', 'x'.repeat(300_000)];

type Leaf = { type: 'file'; text: string; perm: number } | { type: 'link'; target: string } | { type: 'absent' };
export type Wish = { path: string; leaf: Leaf };

const leaf: fc.Arbitrary<Leaf> = fc.oneof(
  fc.record({
    type: fc.constant('file' as const),
    text: fc.constantFrom(...TEXTS),
    perm: fc.constantFrom(0o644, 0o600, 0o755, 0o444),
  }),
  fc.record({ type: fc.constant('link' as const), target: fc.constantFrom('a', '/nowhere', '../out') }),
  fc.constant({ type: 'absent' as const }),
);

/** What one transaction is to bring about. */
export const wishes = fc.uniqueArray(fc.record({ path: fc.constantFrom(...PATHS), leaf }), {
  minLength: 1,
  maxLength: 6,
  selector: ({ path }) => path,
});

/** Everything below the root that a person sees, by path from the root. */
export type Model = ReadonlyMap<string, FileState>;
export type Texts = Map<Sha256, Buffer>;

const ABSENT: FileState = { type: 'absent' };
const at = (model: Model, path: string): FileState => model.get(path) ?? ABSENT;

function stateOf(wish: Leaf, texts: Texts): FileState {
  if (wish.type !== 'file') return wish;
  const bytes = Buffer.from(wish.text);
  texts.set(sha256Of(bytes), bytes);
  return { type: 'file', sha256: sha256Of(bytes), perm: wish.perm };
}

/** Makes room for a leaf: what lies below its path goes, what stands where its folders belong becomes a folder. */
function place(model: Map<string, FileState>, path: string, state: FileState): void {
  for (const other of [...model.keys()]) if (other.startsWith(`${path}/`)) model.delete(other);
  model.set(path, state);
  if (state.type === 'absent') {
    model.delete(path);
    return;
  }
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
    if (at(model, folder).type !== 'folder') model.set(folder, { type: 'folder', perm: 0o755 });
  }
}

/** The state after a transaction, and its changes in no particular order. */
export function grant(root: string, before: Model, granted: readonly Wish[], texts: Texts) {
  const after = new Map(before);
  for (const { path, leaf: wish } of granted) place(after, path, stateOf(wish, texts));
  const changes: Change[] = [...new Set([...before.keys(), ...after.keys()])]
    .map((path) => ({ path: join(root, path), before: at(before, path), after: at(after, path) }))
    .filter((change) => !sameState(change.before, change.after));
  return { after, changes };
}

/** The model as `readTree` shows a folder. */
export function treeOf(model: Model, texts: Texts): Record<string, string> {
  const tree: Record<string, string> = {};
  for (const [path, state] of model) {
    if (state.type === 'link') tree[`./${path}`] = `link ${state.target}`;
    if (state.type === 'folder') tree[`./${path}`] = `folder ${state.perm.toString(8)}`;
    if (state.type === 'file') {
      tree[`./${path}`] = `file ${state.perm.toString(8)} ${texts.get(state.sha256)?.toString('base64')}`;
    }
  }
  return tree;
}
