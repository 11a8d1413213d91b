import { CopyButton } from '@/components/ui/copy-button';

export const installCommand = (namespace: string, name: string, version?: string) =>
  `npx dotkit install @${namespace}/${name}${version ? `@${version}` : ''}`;

/** One line to install, and a button that copies it. */
export function InstallCommand({ command }: { command: string }) {
  return (
    <div className="cmd">
      <code>
        <span aria-hidden>$ </span>
        {command}
      </code>
      <CopyButton text={command} what="install command" />
    </div>
  );
}
