// Bundles the command into one file. `node cli/build.mjs` builds; the launcher calls it when sources are newer.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runInThisContext } from 'node:vm';
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

/** zod's messages in fifty languages are a quarter of the bundle; dotkit speaks English, which zod sets up by itself. */
const withoutLocales = {
  name: 'zod-without-locales',
  setup({ onLoad }) {
    onLoad({ filter: /[/\\]zod[/\\]v4[/\\]locales[/\\]index\.js$/ }, () => ({ contents: 'export {};', loader: 'js' }));
  },
};

/** One file of a source file and all that it needs, as CommonJS text. */
async function bundle(entryPoint) {
  const { outputFiles, metafile } = await build({
    entryPoints: [join(CLI, entryPoint)],
    absWorkingDir: ROOT,
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    // The launcher runs the bundle as a plain script, which has no import(): what is imported late is required late.
    supported: { 'dynamic-import': false },
    // Names stay, so that a reported stack can be read.
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'none',
    logLevel: 'silent',
    plugins: [withoutChildProcess, withoutLocales],
  });
  return { code: asciiOf(outputFiles[0].text), inputs: Object.keys(metafile.inputs) };
}

/**
 * The launcher reads bytes as characters. esbuild leaves signs in regular expressions and in tagged templates as they are; the
 * same escape means the sign there too.
 */
const asciiOf = (code) =>
  code.replace(/[\u0080-\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Renamed into its place: several processes may build at once, and a reader sees one build, whole. */
function replaceFile(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, text);
  renameSync(temporary, path);
}

/** Writes the bundle: a first line that says what it was made of, then one function of `require`. */
export async function buildCommand() {
  // The moment before the first source is read: what changes during the build makes it stale.
  const builtAt = Date.now();
  const { code, inputs } = await bundle('main.ts');
  const id = createHash('sha256').update(code).digest('hex').slice(0, 16);
  const own = inputs.filter((path) => !path.includes('node_modules/') && !path.startsWith('nothing:'));
  const sources = [...own, relative(ROOT, fileURLToPath(import.meta.url)), 'package-lock.json'].sort();
  const head = JSON.stringify({ id, builtAt, sources });
  replaceFile(BUNDLE, `//${head}\n(function(require){${code}\n})\n`);
  for (const name of readdirSync(DIST))
    if (name.endsWith('.cache') && !name.startsWith(id)) rmSync(join(DIST, name), { force: true });
  return BUNDLE;
}

/** Writes the manual from the definitions of the commands. */
export async function buildManual(path = join(CLI, 'man/dotkit.1')) {
  const { code } = await bundle('program/man-page.ts');
  const page = { exports: {} };
  runInThisContext(`(function(module){${code}\n})`)(page);
  replaceFile(path, page.exports.manPage());
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildCommand();
  await buildManual();
}
