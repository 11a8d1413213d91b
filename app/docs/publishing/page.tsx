import { CodeBlock } from '@/components/code/code-block';
import { docsMetadata } from '@/components/docs/docs-metadata';
import { DocsPage } from '@/components/docs/docs-page';
import { routes } from '@/lib/routes';

export const metadata = docsMetadata('publishing');

const MANIFEST = `{
  "schemaVersion": 1,
  "name": "@you/quiet-git",
  "version": "1.0.0",
  "kind": "git-config",
  "title": "Quiet git",
  "summary": "Short aliases, and a log that fits the screen.",
  "license": "MIT",
  "keywords": ["git", "aliases"],
  "files": [
    { "src": "gitconfig", "dest": "{config}/git/quiet.conf" },
    { "dest": "{home}/.gitconfig", "mode": "block", "src": "include.conf" }
  ],
  "gitConfig": {
    "parts": ["aliases"],
    "aliases": [{ "name": "st", "command": "status --short --branch" }]
  }
}`;
const PACK = 'tar -czf quiet-git-1.0.0.tgz dotkit.json README.md gitconfig include.conf';
const MODES: [string, string][] = [
  ['copy', 'Creates the file. The default.'],
  ['link', 'Makes a symbolic link to the file in the module store.'],
  ['template', 'Creates the file with your variables filled in. No code runs.'],
  ['create-only', 'Creates the file if it is absent, and never touches it again.'],
  ['block', 'Keeps a marked block inside a file that you own.'],
  ['source-line', 'Adds one line to a file that you own.'],
];

export default function Publishing() {
  return (
    <DocsPage slug="publishing">
      <h2>The manifest</h2>
      <p>
        One <code>dotkit.json</code> at the root of the archive holds everything that the catalogue knows about a
        module. Nothing is taken from the upload form. An editor completes and checks it against the{' '}
        <a href="/schema/module.v1.json">JSON Schema</a>.
      </p>
      <CodeBlock code={MANIFEST} language="json" />
      <h2>Where files go</h2>
      <p>
        A destination begins with <code>{'{home}'}</code>, <code>{'{config}'}</code>, <code>{'{data}'}</code>,{' '}
        <code>{'{state}'}</code>, <code>{'{cache}'}</code> or <code>{'{bin}'}</code>. The mode says how a file gets
        there:
      </p>
      <dl className="toc">
        {MODES.map(([mode, does]) => (
          <div key={mode}>
            <dt>
              <code>{mode}</code>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <h2>Pack and publish</h2>
      <p>Any gzip-compressed tar will do; one leading directory, as npm and Git make it, is stripped.</p>
      <CodeBlock code={PACK} language="sh" />
      <p>
        <a href={routes.newModule()}>Drop the archive on the publish page</a> and watch it being verified, or send it
        through the API with a <a href={routes.tokens()}>token</a>. A refusal names the file and the line. Mend it and
        send the same version again: only a published number is used up for good.
      </p>
      <h2>Afterwards</h2>
      <p>
        A published version cannot be changed or deleted. If it is broken, yank it with a reason: it is no longer handed
        out, and lock files that name it keep working. If the module has a successor, deprecate it and name the
        replacement.
      </p>
    </DocsPage>
  );
}
