import { Badge } from '@/components/ui/badge';
import type { CapabilitiesDto } from '@/types/module';
import { Facts } from './facts';

/** What the manifest declares and what the scan of the files found, in words: a name, and what it means. */
const LABELS: Record<string, [name: string, means: string]> = {
  'remote-script': ['Pipes a download into a program', 'A line fetches something and runs it at once, unread.'],
  'decoded-script': ['Pipes decoded data into a program', 'A line decodes text, such as base64, and runs the result.'],
  'reverse-shell': ['Connects a shell to the network', 'A line looks like one that hands a shell to another machine.'],
  sudo: ['Runs something as root', 'A line calls sudo or doas. You are asked for your password then.'],
  'invisible-unicode': ['Holds invisible characters', 'Characters that no editor shows can hide what a line does.'],
  'binary-text': ['Holds text that could not be searched', 'A file is not plain text, so the scan could not read it.'],
  'config-command': ['A setting runs a command', 'A configuration file names a command that its program will run.'],
  'path-missing': ['Names a path that is not there', 'A file refers to another that the archive does not hold.'],
  hooks: [
    'Has install hooks',
    'Steps to run after installing or before removing. They run only if you pass --allow-scripts.',
  ],
  executable: [
    'Installs an executable file',
    'A file that can be run is placed on your disk. Installing does not run it.',
  ],
};

/** What the three words of every module stand for. */
const MEANINGS = {
  Runs: 'Programs that the module may start once it is in use. Installing starts none of them.',
  Network:
    'Hosts that it may talk to once it is in use. They are what the author declares; nothing stops a program from talking to others.',
  Root: 'Whether anything in it asks for administrator rights.',
};

const listed = (values: string[]) => (values.length > 0 ? values.join(', ') : 'none');

/** All of it in one line, for the head of a page: `Runs: git · Network: none · Root: no`. */
export function CapabilityLine({ capabilities: { runs, network, root } }: { capabilities: CapabilitiesDto }) {
  const hosts = network.includes('*') ? 'any host' : listed(network);
  return (
    <p className="may">
      Runs: {listed(runs)} · Network: {hosts} · Root: {root ? 'yes' : 'no'}
    </p>
  );
}

function Programs({ names }: { names: string[] }) {
  return names.map((name, index) => (
    <span key={name}>
      <code className="whitespace-nowrap">{name}</code>
      {index < names.length - 1 && ', '}
    </span>
  ));
}

export function Capabilities({ capabilities }: { capabilities: CapabilitiesDto }) {
  const { runs, network, root, labels } = capabilities;
  const harmless = runs.length === 0 && network.length === 0 && !root && labels.length === 0;
  return (
    <>
      <Facts
        of={{
          Runs: runs.length === 0 ? 'none' : <Programs names={runs} />,
          Network: network.includes('*') ? 'any host' : listed(network),
          Root: root ? 'yes' : 'no',
        }}
      />
      {harmless && <p className="text-sm text-ok">Declares nothing and the scan found nothing.</p>}
      {labels.map((label) => (
        <details key={label} className="why">
          <summary>
            <Badge tone="warn">{LABELS[label]?.[0] ?? label.replaceAll('-', ' ')}</Badge>
          </summary>
          <p>{LABELS[label]?.[1] ?? 'Found by the scan. See the lines under “Found by the scan”.'}</p>
        </details>
      ))}
      <details className="why">
        <summary>What this means</summary>
        <Facts of={MEANINGS} />
        <p>The author declares these; the scan adds what it finds in the files and refuses what the kind may not do.</p>
      </details>
    </>
  );
}
