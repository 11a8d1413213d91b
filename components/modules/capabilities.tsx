import { Badge } from '@/components/ui/badge';
import type { CapabilitiesDto } from '@/types/module';
import { Facts } from './facts';

/** What the scan of the files found, in words. A label without an entry is shown as it is. */
const LABELS: Record<string, string> = {
  'remote-script': 'Pipes a download into a program',
  'decoded-script': 'Pipes decoded data into a program',
  'reverse-shell': 'Connects a shell to the network',
  sudo: 'Runs something as root',
  'invisible-unicode': 'Holds invisible characters',
  'binary-text': 'Holds text that could not be searched',
  'config-command': 'A setting runs a command',
  'path-missing': 'Names a path that is not there',
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
      {labels.length > 0 && (
        <p className="mt-2 flex flex-wrap gap-2">
          {labels.map((label) => (
            <Badge key={label} tone="warn">
              {LABELS[label] ?? label.replaceAll('-', ' ')}
            </Badge>
          ))}
        </p>
      )}
    </>
  );
}
