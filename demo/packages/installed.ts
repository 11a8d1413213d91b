import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readJson, readModuleFile } from '../folder';
import type { ModuleFile } from '../source';

/** Where npm put a package; looked up from here upwards, as Node does, without running anything of it. */
function packageFolder(name: string): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name);
    if (existsSync(join(candidate, 'package.json'))) return candidate;
    if (folder === dirname(folder)) throw new Error(`The package ${name} is not installed.`);
  }
}

export function packageJson(name: string): { name: string; version: string; license: string } {
  const { name: realName, version, license } = readJson(join(packageFolder(name), 'package.json'));
  if (typeof realName !== 'string' || typeof version !== 'string' || typeof license !== 'string') {
    throw new Error(`${name} does not say its name, version and licence.`);
  }
  // npm allows parentheses around an expression; a manifest is written without.
  return { name: realName, version, license: license.replace(/^\((.*)\)$/, '$1') };
}

export const packageFile = (name: string, path: string): ModuleFile => readModuleFile(join(packageFolder(name), path));

export const packageText = (name: string, path: string): string =>
  readFileSync(join(packageFolder(name), path), 'utf8');

/** File names in one folder of a package, sorted. */
export const packageList = (name: string, folder: string): string[] =>
  readdirSync(join(packageFolder(name), folder)).sort();
