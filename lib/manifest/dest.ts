import type { ModuleKind } from '@/types/module-kind';

import type { ManifestCode } from './finding-codes';
import { pathFault } from './paths';

/** Where each prefix lies below the home directory when XDG variables are not set. */
const PREFIXES: Record<string, string> = {
  '{home}': '',
  '{config}': '.config',
  '{data}': '.local/share',
  '{state}': '.local/state',
  '{cache}': '.cache',
  '{bin}': '.local/bin',
};

/** Names that hold secrets wherever they lie. */
// biome-ignore format: lists, read at a glance
const SENSITIVE_NAMES = new Set([
  '.ssh', '.gnupg', '.gpg', '.netrc', '_netrc', '.aws', '.azure', '.kube', '.pki', '.password-store', '.pgpass', '.docker',
  '.git-credentials', '.vault-token', '.mozilla', '.thunderbird', '.electrum', '.bitcoin', '.librewolf', '.waterfox',
  'keyrings', 'kwalletd', 'keychains',
]);
/** Paths below the home directory that hold secrets, browser profiles, or dotkit's own state. */
// biome-ignore format: lists, read at a glance
const SENSITIVE_PATHS = [
  '.config/gh/hosts.yml', '.config/hub', '.config/op', '.config/gcloud', '.config/opera', '.config/firefox', '.config/zen',
  '.config/google-chrome', '.config/google-chrome-beta', '.config/chromium', '.config/bravesoftware', '.config/microsoft-edge',
  '.config/vivaldi', '.config/librewolf', '.config/thunderbird', '.var/app', 'snap',
  'library/application support/firefox', 'library/application support/google', 'library/application support/chromium',
  'library/application support/com.operasoftware.opera', 'library/application support/bravesoftware',
  'library/application support/microsoft edge', 'library/application support/vivaldi', 'library/application support/arc',
  'library/application support/thunderbird', 'library/safari', 'library/cookies', 'library/containers', 'library/mail',
  'appdata/local/google', 'appdata/local/chromium', 'appdata/local/bravesoftware', 'appdata/local/vivaldi',
  'appdata/local/microsoft/edge', 'appdata/local/microsoft/credentials', 'appdata/local/microsoft/vault',
  'appdata/roaming/mozilla', 'appdata/roaming/thunderbird', 'appdata/roaming/opera software',
  'appdata/roaming/microsoft/credentials', 'appdata/roaming/microsoft/protect',
  '.config/dotkit', '.local/share/dotkit', '.local/state/dotkit', '.cache/dotkit',
];
/** Paths whose files a session or a service manager starts by itself. */
// biome-ignore format: lists, read at a glance
const AUTOSTART_PATHS = [
  '.config/autostart', '.config/autostart-scripts', '.config/plasma-workspace/env', '.config/plasma-workspace/shutdown',
  '.config/systemd', '.local/share/systemd', '.config/upstart', '.config/openbox/autostart', '.config/lxsession',
  '.config/environment.d', '.local/share/dbus-1', 'library/launchagents', 'library/launchdaemons', 'library/startupitems',
  'appdata/roaming/microsoft/windows/start menu/programs/startup', '.xinitrc', '.xsession', '.xsessionrc', '.xprofile',
  '.xserverrc',
];

/** Kinds that run in the graphical session and may therefore start programs with it. */
const AUTOSTART_KINDS: ReadonlySet<ModuleKind> = new Set(['wm-config']);

const isBelow = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);

/** The path below the home directory that a destination means, in lower case; null when its prefix is unknown. */
export function homePath(dest: string): string | null {
  const slash = dest.indexOf('/');
  if (slash < 1) return null;
  const prefix = dest.slice(0, slash);
  const base = Object.hasOwn(PREFIXES, prefix) ? PREFIXES[prefix] : undefined;
  if (base === undefined) return null;
  return `${base === '' ? '' : `${base}/`}${dest.slice(slash + 1)}`.toLowerCase();
}

export type DestFault = { code: ManifestCode; message: string };

/** What is wrong with a destination for a module of this kind, or null. */
export function destFault(dest: string, kind: ModuleKind): DestFault | null {
  const path = homePath(dest);
  if (path === null) {
    const known = Object.keys(PREFIXES).join(', ');
    return { code: 'dest-invalid', message: `A destination starts with one of ${known}, a slash and a path.` };
  }
  const fault = pathFault(dest.slice(dest.indexOf('/') + 1));
  if (fault !== null)
    return { code: 'dest-invalid', message: `The destination is not a plain relative path (${fault}).` };
  if (path.split('/').some((name) => SENSITIVE_NAMES.has(name)) || SENSITIVE_PATHS.some((one) => isBelow(path, one))) {
    return { code: 'dest-sensitive', message: 'No module may write where keys, passwords or browser profiles lie.' };
  }
  if (!AUTOSTART_KINDS.has(kind) && AUTOSTART_PATHS.some((one) => isBelow(path, one))) {
    return { code: 'dest-autostart', message: `A ${kind} may not write where programs are started from.` };
  }
  return null;
}
