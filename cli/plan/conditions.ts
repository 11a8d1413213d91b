import type { Manifest } from '@/lib/manifest/schema';
import { CliError, EXIT } from '../errors';
import type { Home } from '../types';

type When = { os?: readonly string[] | undefined; arch?: readonly string[] | undefined };

/** Processors by the name that Node gives them, under the names that others do. */
const SAME_ARCH: Record<string, string> = {
  x86_64: 'x64',
  amd64: 'x64',
  aarch64: 'arm64',
  i386: 'ia32',
  i686: 'ia32',
  x86: 'ia32',
  armv7l: 'arm',
  armhf: 'arm',
};
const archOf = (name: string): string => SAME_ARCH[name] ?? name;

const osFits = ({ os }: When, home: Home) => os === undefined || os.length === 0 || os.includes(home.os);
const archFits = ({ arch }: When, home: Home) =>
  arch === undefined || arch.length === 0 || arch.some((name) => archOf(name) === archOf(home.arch));

/** Whether an entry is for this machine; no condition is for all. */
export const isFor = (when: When | undefined, home: Home): boolean =>
  when === undefined || (osFits(when, home) && archFits(when, home));

/** `macos, arm64`: what a condition asks for, to be read. */
export const wording = (when: When): string => [...(when.os ?? []), ...(when.arch ?? [])].join(', ');

/** Throws `incompatible` (exit 5), naming what this machine is not. */
export function assertMeets({ name, version, requires = {} }: Manifest, home: Home): void {
  const refuse = (what: string, has: string) => {
    throw new CliError('incompatible', EXIT.incompatible, `${name} ${version} is for ${what}; this machine is ${has}.`);
  };
  if (!osFits(requires, home)) refuse(wording({ os: requires.os }), home.os);
  if (!archFits(requires, home)) refuse(wording({ arch: requires.arch }), home.arch);
}
