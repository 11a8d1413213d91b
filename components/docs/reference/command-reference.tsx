import { COMMAND_GROUPS } from '@/cli/program/definitions/commands';
import { COMMON_OPTIONS, EXIT_CODES } from '@/cli/program/definitions/common';
import type { CommandDefinition } from '@/cli/program/definitions/definition';
import { CodeBlock } from '@/components/code/code-block';
import { DocsHeading } from '../docs-heading';

function Terms({ rows }: { rows: readonly (readonly [term: string, does: string])[] }) {
  return (
    <dl className="toc fields">
      {rows.map(([term, does]) => (
        <div key={term}>
          <dt>
            <code>{term}</code>
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  );
}

const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

function CommandEntry({ command }: { command: CommandDefinition }) {
  const { name, aliases = [], summary, more = [], options = [] } = command;
  const given = command.arguments ?? [];
  const usage = [
    'dotkit',
    name,
    ...given.map((argument) => argument.usage),
    ...(options.length > 0 ? ['[options]'] : []),
  ];
  const rows = [
    ...given.map(({ usage, description }) => [usage, description] as const),
    ...options.map(
      ({ flags, description, choices }) =>
        [flags, choices ? `${description}: ${choices.join(', ')}` : description] as const,
    ),
  ];
  return (
    <>
      <DocsHeading level={2}>{`dotkit ${name}`}</DocsHeading>
      <p>{sentence(summary)}</p>
      {more.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <CodeBlock code={usage.join(' ')} language="text" />
      {aliases.length > 0 && (
        <p>
          Also called <code>{aliases.join(', ')}</code>.
        </p>
      )}
      {rows.length > 0 && <Terms rows={rows} />}
    </>
  );
}

/** Every command, from the table that `--help`, the completions and the manual page are made from. */
export function CommandReference() {
  return (
    <>
      {COMMAND_GROUPS.flatMap(({ commands }) => commands).map((command) => (
        <CommandEntry key={command.name} command={command} />
      ))}
      <DocsHeading level={2}>Options of every command</DocsHeading>
      <Terms rows={COMMON_OPTIONS.map(({ flags, description }) => [flags, description] as const)} />
      <DocsHeading level={2}>Exit codes</DocsHeading>
      <Terms rows={EXIT_CODES.map(([code, meaning]) => [String(code), meaning] as const)} />
    </>
  );
}
