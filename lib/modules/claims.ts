import type { Manifest } from '@/lib/manifest/schema';

const MOST_CLAIMS = 400;

/** What installing a module occupies: each destination that it owns, each alias, command and key binding that it brings. */
export function claimsOf(manifest: Manifest): string[] {
  const claims = new Set<string>();
  for (const file of manifest.files)
    if (file.mode !== 'block' && file.mode !== 'source-line') claims.add(`dest:${file.dest}`);
  for (const alias of manifest.provides?.aliases ?? []) claims.add(`alias:${alias}`);
  for (const command of manifest.provides?.commands ?? []) claims.add(`command:${command}`);
  for (const { keys } of manifest.provides?.keybindings ?? []) claims.add(`keys:${keys}`);
  return [...claims].slice(0, MOST_CLAIMS);
}

/** Modules that this one needs: its dependencies, and the members of a bundle. */
export function dependsOn(manifest: Manifest): string[] {
  const members = manifest.kind === 'bundle' ? manifest.bundle.modules.map(({ ref }) => ref) : [];
  return [...new Set([...Object.keys(manifest.dependencies ?? {}), ...members])];
}
