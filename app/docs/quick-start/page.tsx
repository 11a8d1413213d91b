import { CodeBlock } from '@/components/code/code-block';
import { docsMetadata } from '@/components/docs/docs-metadata';
import { DocsPage } from '@/components/docs/docs-page';
import { routes } from '@/lib/routes';

export const metadata = docsMetadata('quick-start');

const INSTALL = 'npx dotkit install @alice/calm-prompt --dry-run\nnpx dotkit install @alice/calm-prompt';
const BY_HAND = `curl -sS -H 'Accept: application/json' \\
  https://dotkit.example/api/v1/modules/alice/calm-prompt/versions/1.0.0/download
# {"url": "…", "expiresAt": "…", "sha256": "…", "size": 4711, "filename": "…"}
curl -sS -o module.tgz "$URL"
sha256sum module.tgz`;

export default function QuickStart() {
  return (
    <DocsPage slug="quick-start">
      <h2>1. Find</h2>
      <p>
        Press <kbd className="key">/</kbd> anywhere and type. Words are looked for in names, titles, tags and summaries.
        Filters can be typed too: <code>kind:prompt</code>, <code>app:tmux</code>, <code>os:macos</code>,{' '}
        <code>shell:zsh</code>, <code>tag:minimal</code>, <code>license:MIT</code>, <code>author:alice</code>.
      </p>
      <p>
        <a href={routes.explore({ q: 'kind:prompt zsh' })}>Try it: prompts for zsh.</a>
      </p>
      <h2>2. Read</h2>
      <p>
        A module’s page shows what it writes, path by path: what is created, linked, or edited inside a file that you
        already have. It names the programs it runs, the hosts it talks to, and whether it wants root. Every file of the
        archive can be read in the browser.
      </p>
      <h2>3. Install</h2>
      <p>The dry run prints the plan and stops. The second line carries it out, after asking.</p>
      <CodeBlock code={INSTALL} language="sh" />
      <h2>4. Or take the archive</h2>
      <p>
        The download button hands out a link that lives five minutes. The same link is one request away for scripts;
        compare the sha256 before you unpack.
      </p>
      <CodeBlock code={BY_HAND} language="sh" />
    </DocsPage>
  );
}
