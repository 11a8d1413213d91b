import { docsMetadata } from '@/components/docs/docs-metadata';
import { DocsPage } from '@/components/docs/docs-page';

export const metadata = docsMetadata('verification');

export default function Verification() {
  return (
    <DocsPage slug="verification">
      <p>
        Nothing is published unread. The server streams the uploaded archive once, checks every byte of it, and stores
        those very bytes under their sha256. What you download is what was checked.
      </p>
      <h2>The container</h2>
      <ul>
        <li>At most 20 MiB packed, 100 MiB unpacked, 4,000 entries.</li>
        <li>
          Regular files and directories only: no links, devices, set-uid bits or second archives behind the first.
        </li>
        <li>No path that is absolute, climbs with “..”, or means two things on two systems.</li>
        <li>One manifest, and every file that it names.</li>
      </ul>
      <h2>The manifest</h2>
      <ul>
        <li>Unknown keys are errors: a misspelt field never passes silently.</li>
        <li>No destination among keys, passwords or browser profiles.</li>
        <li>Programs that start by themselves only where the kind of module allows it.</li>
      </ul>
      <h2>The files</h2>
      <p>
        Every text file is searched. Strings that look like secrets refuse the archive. A download that is piped into a
        shell, a call of <code>sudo</code>, or invisible characters are published with a label that you see beside the
        install command, unless the kind forbids them.
      </p>
      <h2>Ceilings</h2>
      <p>
        A kind is a promise about the most that a module may ever do. Colour themes and terminal and input configs are
        data: an executable bit, a hook or a capability refuses them. Package lists are printed, never run. Shell
        plugins and scripts run as you, and their page says so.
      </p>
      <h2>Downloads</h2>
      <p>
        Archives lie in a private store. Each download is a signed link made for one request; it dies after five
        minutes. Private modules answer everybody else as if they did not exist.
      </p>
    </DocsPage>
  );
}
