import type { Manifest } from '@/lib/manifest/schema';
import type { CapabilitiesDto } from '@/types/module';
import { KIND_KEYS } from '@/types/module-kind';

/** Programs that a module is for: what it requires and what its kind names. */
export function appsOf(manifest: Manifest): string[] {
  const fields =
    (manifest as unknown as Record<string, Record<string, unknown> | undefined>)[KIND_KEYS[manifest.kind]] ?? {};
  const named = ['editor', 'multiplexer', 'terminal', 'wm', 'manager', 'interpreter'].map((key) => fields[key]);
  const engine = fields.engine === 'native' ? undefined : fields.engine;
  const targets =
    manifest.kind === 'color-theme' ? (manifest.colorTheme.targets ?? []).map((target) => target.app) : [];
  const git = manifest.kind === 'git-config' ? ['git'] : [];
  const all = [...Object.keys(manifest.requires?.apps ?? {}), ...named, engine, ...targets, ...git];
  return [...new Set(all.filter((app): app is string => typeof app === 'string' && app !== ''))];
}

function shellsOf(manifest: Manifest): string[] {
  if (manifest.kind === 'shell-plugin') return manifest.shellPlugin.shells;
  if (manifest.kind === 'prompt') return manifest.prompt.shells;
  return [];
}

function capabilityTerms({ runs, network, root, labels }: CapabilitiesDto): string[] {
  const needsRoot = root || labels.includes('sudo');
  const found = [
    ...(runs.length > 0 ? ['capability:runs'] : []),
    ...(network.length > 0 || labels.includes('remote-script') ? ['capability:network'] : []),
    ...(needsRoot ? ['capability:root'] : []),
  ];
  return found.length > 0 ? found : ['capability:none'];
}

type Listed = { namespace: string; keywords: string[]; capabilities: CapabilitiesDto };

/** What lists filter and count by: `kind:…`, `app:…`, `os:…`, `shell:…`, `license:…`, `appearance:…`, `tag:…`, `capability:…`, `author:…`. */
export function facetTerms(manifest: Manifest, { namespace, keywords, capabilities }: Listed): string[] {
  const appearance = manifest.kind === 'color-theme' ? [`appearance:${manifest.colorTheme.appearance}`] : [];
  return [
    `kind:${manifest.kind}`,
    `license:${manifest.license}`,
    ...appearance,
    ...appsOf(manifest).map((app) => `app:${app}`),
    ...(manifest.requires?.os ?? []).map((os) => `os:${os}`),
    ...shellsOf(manifest).map((shell) => `shell:${shell}`),
    ...keywords.map((keyword) => `tag:${keyword}`),
    ...capabilityTerms(capabilities),
    `author:${namespace}`,
  ];
}
