import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The release of the same distribution whose C library is new enough, or null. */
export function nextSuite({ ID = '', VERSION_CODENAME = '' }) {
  if (VERSION_CODENAME === '') return null;
  if (ID === 'ubuntu') return 'noble';
  return ID === 'debian' ? 'trixie' : null;
}

/** Package sources of a machine as `{uri, suites, signedBy}`, from both formats that apt reads. */
export function parseSources(aptDir) {
  const parts = join(aptDir, 'sources.list.d');
  const files = [
    join(aptDir, 'sources.list'),
    ...(existsSync(parts) ? readdirSync(parts).map((name) => join(parts, name)) : []),
  ];
  return files.flatMap((file) => {
    if (!existsSync(file)) return [];
    const text = readFileSync(file, 'utf8');
    if (file.endsWith('.sources')) return text.split(/\n\s*\n/).flatMap(fromStanza);
    return file.endsWith('.list') ? text.split('\n').flatMap(fromLine) : [];
  });
}

function fromLine(line) {
  const parts = /^deb\s+(?:\[([^\]]*)\]\s+)?(\S+)\s+(\S+)/.exec(line.trim());
  if (!parts) return [];
  const signedBy = /signed-by=(\S+)/.exec(parts[1] ?? '')?.[1];
  return [{ uri: parts[2], suites: [parts[3]], signedBy: signedBy ?? defaultKeyring() }];
}

/** A field goes on over the lines that begin with a space; a key may be written out in one. */
function fromStanza(text) {
  const fields = {};
  let name = '';
  for (const line of text.split('\n').filter((each) => !each.startsWith('#'))) {
    const [, key, value] = /^([A-Za-z-]+):\s*(.*)$/.exec(line) ?? [];
    if (key) {
      name = key.toLowerCase();
      fields[name] = value;
    } else if (name !== '' && /^\s/.test(line)) fields[name] += `\n${line}`;
  }
  const uri = fields.uris?.trim().split(/\s+/)[0];
  if (!uri || !fields.types?.split(/\s+/).includes('deb') || fields.enabled === 'no') return [];
  return [{ uri, suites: fields.suites?.trim().split(/\s+/) ?? [], signedBy: fields['signed-by'] }];
}

/** Old lists name no keyring; the system's trusted one may lack the next release's key, Debian's own file has it. */
function defaultKeyring() {
  const path = '/usr/share/keyrings/debian-archive-keyring.gpg';
  return existsSync(path) && existsSync('/etc/debian_version') && !existsSync('/etc/lsb-release') ? path : undefined;
}
