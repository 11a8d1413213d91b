import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { nextSuite, parseSources } from './apt-sources.mjs';

/** The database engine was linked against this version of the C library. */
const NEEDED = [2, 38];
const TRIPLETS = { x64: 'x86_64-linux-gnu', arm64: 'aarch64-linux-gnu' };
const LOADERS = { x64: 'usr/lib64/ld-linux-x86-64.so.2', arm64: 'usr/lib/ld-linux-aarch64.so.1' };
const PACKAGES = ['libc6', 'libgcc-s1', 'libstdc++6'];
const WAY_OUT = 'Set MONGODB_URI to a MongoDB server (version 7 or later) instead.';

function systemGlibc() {
  process.report.excludeNetwork = true;
  const version = process.report.getReport().header.glibcVersionRuntime;
  return version ? version.split('.').map(Number) : null;
}

/**
 * Command and first arguments that start Node.js such that the database engine can be loaded.
 * Fetches a newer C library into `cacheDir` when the system's is too old; calls `say` with one line when it does.
 * Throws an Error that names MONGODB_URI where the engine cannot run.
 */
export function nodeCommandForMongodb(cacheDir, say) {
  const { platform, arch } = process;
  if (platform === 'darwin' && arch === 'arm64') return [process.execPath];
  if (platform !== 'linux' || !(arch in TRIPLETS))
    throw new Error(`The embedded database does not run on ${platform} ${arch}. ${WAY_OUT}`);
  const version = systemGlibc();
  if (!version) throw new Error(`The embedded database needs glibc, and this system has another C library. ${WAY_OUT}`);
  const isEnough = version[0] > NEEDED[0] || (version[0] === NEEDED[0] && version[1] >= NEEDED[1]);
  if (isEnough) return [process.execPath];
  const root = privateLibraries(cacheDir, version, say);
  const triplet = TRIPLETS[arch];
  const libraries = [join(root, 'usr/lib', triplet), join('/usr/lib', triplet), join('/lib', triplet)].join(':');
  return [loaderIn(root), '--library-path', libraries, process.execPath];
}

/** The file itself before the links to it: a link may be absolute, and would lead to the system's old loader. */
function loaderIn(root) {
  const link = LOADERS[process.arch];
  const places = [join('usr/lib', TRIPLETS[process.arch], basename(link)), link, link.replace('usr/', '')];
  const found = places.map((place) => join(root, place)).find((path) => existsSync(path));
  if (!found) throw new Error(`The C library in ${root} has no loader. ${WAY_OUT}`);
  return found;
}

function privateLibraries(cacheDir, version, say) {
  const release = Object.fromEntries(
    readFileSync('/etc/os-release', 'utf8')
      .split('\n')
      .map((line) => /^(\w+)="?([^"]*)"?$/.exec(line)?.slice(1))
      .filter(Boolean),
  );
  const suite = nextSuite(release);
  if (!suite)
    throw new Error(
      `The embedded database needs glibc ${NEEDED.join('.')}; this system has ${version.join('.')}. ${WAY_OUT}`,
    );
  const root = join(cacheDir, `${suite}-${process.arch}`);
  if (existsSync(root)) return root;
  const started = Date.now();
  try {
    fetchLibraries(cacheDir, root, release, suite);
  } catch (error) {
    const reason = String(error.stderr ?? error.message)
      .trim()
      .split('\n')
      .at(-1);
    throw new Error(`Could not fetch a newer C library for the embedded database (${reason}). ${WAY_OUT}`);
  }
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  say(
    `glibc ${version.join('.')} is too old for the database: fetched the one of ${suite} into ${root} (${seconds} s)`,
  );
  return root;
}

/** Nothing of the system's own package state is read for writing or changed: every path of apt points below `work`. */
function fetchLibraries(cacheDir, root, release, suite) {
  const source = parseSources('/etc/apt').find((entry) => entry.suites.includes(release.VERSION_CODENAME));
  if (!source) throw new Error(`apt has no source for ${release.VERSION_CODENAME}`);
  const work = `${root}.${process.pid}`;
  try {
    for (const part of ['sources', 'lists/partial', 'cache/archives/partial', 'deb', 'root'])
      mkdirSync(join(work, part), { recursive: true });
    const stanza = ['Types: deb', `URIs: ${source.uri}`, `Suites: ${suite}`, 'Components: main'];
    if (source.signedBy) stanza.push(`Signed-By: ${source.signedBy}`);
    writeFileSync(join(work, 'sources/next.sources'), `${stanza.join('\n')}\n`);
    const options = {
      'Dir::Etc::sourcelist': '/dev/null',
      'Dir::Etc::sourceparts': join(work, 'sources'),
      'Dir::State::lists': join(work, 'lists'),
      'Dir::Cache': join(work, 'cache'),
      'APT::Sandbox::User': process.getuid() === 0 ? 'root' : '',
      'Acquire::Languages': 'none',
    };
    const flags = Object.entries(options).flatMap(([name, value]) => (value ? ['-o', `${name}=${value}`] : []));
    const quiet = { cwd: join(work, 'deb'), stdio: ['ignore', 'ignore', 'pipe'], timeout: 180_000 };
    execFileSync('apt-get', ['-qq', ...flags, 'update'], quiet);
    execFileSync('apt-get', ['-qq', ...flags, 'download', ...PACKAGES.map((name) => `${name}/${suite}`)], quiet);
    for (const file of readdirSync(join(work, 'deb')))
      execFileSync('dpkg-deb', ['-x', join(work, 'deb', file), join(work, 'root')], quiet);
    mkdirSync(cacheDir, { recursive: true });
    renameSync(join(work, 'root'), root);
  } catch (error) {
    // Another starter may have been faster; its copy is as good.
    if (!existsSync(root)) throw error;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
