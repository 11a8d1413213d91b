// Bundles the command into one file. `node cli/build.mjs` builds; the launcher calls it when sources are newer.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const CLI = fileURLToPath(new URL('.', import.meta.url));
const ROOT = join(CLI, '..');
const DIST = join(CLI, 'dist');
export const BUNDLE = join(DIST, 'dotkit.cjs');

/** commander asks for this only to start commands that are programs of their own, which there are none of; loading it costs every start. */
const withoutChildProcess = {
  name: 'commander-without-child-process',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      importer.includes('/node_modules/commander/') ? { path: 'child-process', namespace: 'nothing' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'nothing' }, () => ({ contents: 'module.exports = {};', loader: 'js' }));
  },
};

async function bundle() {
  const { outputFiles, metafile } = await build({
    entryPoints: [join(CLI, 'main.ts')],
    absWorkingDir: ROOT,
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    // Names stay, so that a reported stack can be read.
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'none',
    logLevel: 'silent',
    plugins: [withoutChildProcess],
  });
  return { code: outputFiles[0].text, inputs: Object.keys(metafile.inputs) };
}

/**
 * Writes the bundle: a first line that says what it was made of, then one function of `require`. One file, renamed into its
 * place, so that several processes may build at once and a reader sees one build, whole.
 */
export async function buildCommand() {
  // The moment before the first source is read: what changes during the build makes it stale.
  const builtAt = Date.now();
  const { code, inputs } = await bundle();
  const id = createHash('sha256').update(code).digest('hex').slice(0, 16);
  const own = inputs.filter((path) => !path.includes('node_modules/') && !path.startsWith('nothing:'));
  const sources = [...own, relative(ROOT, fileURLToPath(import.meta.url)), 'package-lock.json'].sort();
  const head = JSON.stringify({ id, builtAt, sources });
  mkdirSync(DIST, { recursive: true });
  const temporary = `${BUNDLE}.${process.pid}.tmp`;
  writeFileSync(temporary, `//${head}\n(function(require){${code}\n})\n`);
  renameSync(temporary, BUNDLE);
  for (const name of readdirSync(DIST))
    if (name.endsWith('.cache') && !name.startsWith(id)) rmSync(join(DIST, name), { force: true });
  return BUNDLE;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildCommand();
}
