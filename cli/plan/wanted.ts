import type { FileEntry } from '@/lib/manifest/files';
import { CliError, EXIT } from '../errors';
import type { FileState, Home, ModuleFile, ReadyModule } from '../types';
import { asBody } from './blocks';
import { isFor, wording } from './conditions';
import { destinationsIn } from './destinations';
import type { Draft } from './draft';
import { isPart, type OpenStep, type Wanted } from './planning';
import { consentsIn } from './sensitive';
import { asText, bytesOf, isText, textOf } from './states';
import { render } from './template';

const lacking = (module: ReadyModule, src: string | undefined) =>
  new CliError('content_missing', EXIT.integrity, `${module.ref} ${module.version} lacks its file ${src ?? ''}.`);

function fileOf(module: ReadyModule, src: string | undefined): ModuleFile {
  const file = src === undefined ? undefined : module.files.get(src);
  if (file === undefined) throw lacking(module, src);
  return file;
}

function textFile(draft: Draft, module: ReadyModule, src: string | undefined): string {
  const bytes = draft.read(fileOf(module, src).sha256);
  if (bytes === null) throw lacking(module, src);
  if (!isText(bytes)) throw new CliError('incompatible', EXIT.incompatible, `${module.ref}: ${src} is no text file.`);
  return textOf(bytes);
}

function permOf(home: Home, entry: FileEntry, file: ModuleFile): number {
  const wanted = entry.perm === undefined ? (file.executable ? 0o755 : 0o644) : Number.parseInt(entry.perm, 8);
  return wanted & ~home.umask;
}

function stateOf(home: Home, draft: Draft, module: ReadyModule, entry: FileEntry): FileState {
  const file = fileOf(module, entry.src);
  if (entry.mode === 'link') return { type: 'link', target: `${module.storeFolder}/${entry.src}` };
  const perm = permOf(home, entry, file);
  if (entry.mode !== 'template') return { type: 'file', sha256: file.sha256, perm };
  const text = render(textFile(draft, module, entry.src), module.variables, `${module.ref}: ${entry.src}`);
  return { type: 'file', sha256: draft.put(bytesOf(text)), perm };
}

/** Throws `incompatible` for a text that holds a marker of ours: it would end its own block, or begin somebody else's. */
function partText(draft: Draft, module: ReadyModule, entry: FileEntry): string {
  const body = asBody(entry.line === undefined ? textFile(draft, module, entry.src) : asText(entry.line));
  if (body === null) {
    throw new CliError(
      'incompatible',
      EXIT.incompatible,
      `${module.ref}: ${entry.src ?? entry.dest} holds a dotkit marker.`,
    );
  }
  return entry.line === undefined ? body : asText(entry.line);
}

/**
 * What a module writes on this machine, in the order of its manifest, and a step for each entry that is for other machines.
 * Throws `incompatible` and `content_missing`.
 */
export function wantedOf(home: Home, draft: Draft, module: ReadyModule): { wanted: Wanted[]; skipped: OpenStep[] } {
  const wanted: Wanted[] = [];
  const skipped: OpenStep[] = [];
  const seen = new Set<string>();
  const { ref, manifest } = module;
  const placeOf = destinationsIn(home, manifest.kind);
  const consentFor = consentsIn(home);
  for (const [at, entry] of manifest.files.entries()) {
    const place = placeOf(entry.dest);
    const { path } = place;
    if (!isFor(entry.when, home)) {
      skipped.push({ ref, path, at, action: 'skip', reason: `Only for ${wording(entry.when ?? {})}.` });
      continue;
    }
    const common = { ref, entry, path, at, consent: consentFor(place) };
    if (!isPart(entry)) {
      wanted.push({ ...common, layer: 'whole', state: stateOf(home, draft, module, entry) });
      continue;
    }
    // The same block or line twice in one file is one.
    const key = `${path}\0${entry.mode}\0${entry.line ?? entry.src}`;
    if (!seen.has(key)) wanted.push({ ...common, layer: 'part', text: partText(draft, module, entry) });
    seen.add(key);
  }
  return { wanted, skipped };
}
