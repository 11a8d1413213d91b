import { CodeBlock } from '@/components/code/code-block';
import { apiMetadata } from '@/components/docs/api/api-metadata';
import { ApiPage } from '@/components/docs/api/api-page';
import { Table } from '@/components/ui/table';
import { siteUrl } from '@/lib/env';
import { listGroupReferences } from '@/lib/http/reference';
import { LIMITS } from '@/lib/infra/rate-limit';
import { routes } from '@/lib/routes';

export const metadata = apiMetadata('');

const SETUP = `export DOTKIT_URL=${siteUrl()?.origin ?? 'https://dotkit.example'}
export DOTKIT_USER=you
export DOTKIT_TOKEN=dk_…`;
const PROBLEM = `{
  "type": "https://dotkit.example/docs/api/errors#invalid_input",
  "title": "Invalid input",
  "status": 400,
  "code": "invalid_input",
  "detail": "Some of the input is not valid.",
  "errors": [{ "path": "limit", "message": "From 1 to 100." }]
}`;

const ABOUT: Record<keyof typeof LIMITS, string> = {
  anonymousRead: 'reads without a token, by address',
  tokenRead: 'reads with a token',
  write: 'changes',
  publish: 'announced archives',
  newModule: 'new modules',
  signIn: 'attempts to sign in, and tokens that do not hold, by address',
};

export default function ApiOverview() {
  return (
    <ApiPage slug="">
      <p>
        Everything that the site and the command line do is open to programs, below <code>/api/v1</code>. Fields may be
        added to answers, never removed or renamed. The whole description is one{' '}
        <a href="/api/v1/openapi.json">OpenAPI 3.1 document</a>, made of the very schemas that check what you send.
      </p>
      <h2>Calling</h2>
      <p>
        JSON in UTF-8, times in UTC. Reading what is public needs nothing. For the rest send a token from{' '}
        <a href={routes.tokens()}>your dashboard</a>, or from <a href={routes.apiReference('device')}>device sign-in</a>
        , as <code>Authorization: Bearer dk_…</code>. The examples of these pages run as they stand, once three
        variables are set:
      </p>
      <CodeBlock code={SETUP} language="sh" />
      <h2>Operations</h2>
      {listGroupReferences().map(({ group, about, operations }) => (
        <section key={group} aria-label={about}>
          <h3>
            <a href={routes.apiReference(group)}>{about}</a>
          </h3>
          <ul>
            {operations.map(({ id, method, path, summary }) => (
              <li key={id}>
                <a href={`${routes.apiReference(group)}#${id}`}>{summary}</a>:{' '}
                <code className="wrap-anywhere">
                  {method} {path}
                </code>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <h2>Refusals</h2>
      <p>
        A refusal is a problem of RFC 9457. Decide by <code>code</code>: it is stable, and <code>type</code> leads to
        its <a href={routes.apiReference('errors')}>explanation</a>. What you may not see is not there: it answers 404,
        never 403. Unknown parameters and values out of range are refused, nothing is cut to fit.
      </p>
      <CodeBlock code={PROBLEM} language="json" />
      <h2>Lists</h2>
      <p>
        <code>limit</code> is from 1 to 100, 24 by default. <code>nextCursor</code> of one answer is <code>cursor</code>{' '}
        of the next request; it is null at the end.
      </p>
      <h2>Asking again</h2>
      <p>
        Reads answer an <code>ETag</code>. Send it as <code>If-None-Match</code>, and what has not changed is 304
        without a body.
      </p>
      <h2>Writing once</h2>
      <p>
        A write with an <code>Idempotency-Key</code> happens once, however often a broken connection makes you send it:
        the same request gets the same answer for 24 hours, with <code>Idempotency-Replayed: true</code>. While the
        first one runs, others are told <a href={routes.apiError('idempotency_in_flight')}>to wait</a>; the key with
        another request is <a href={routes.apiError('idempotency_mismatch')}>refused</a>. Keys are yours alone. Answers
        that pass (429 and 5xx) are not kept.
      </p>
      <h2>Limits</h2>
      <p>
        Every answer carries <code>RateLimit</code> and <code>RateLimit-Policy</code>. Beyond a limit it is 429, with{' '}
        <code>Retry-After</code> in seconds. An operator may set others than these:
      </p>
      <Table caption="Limits" head={['Limit', 'Counts', 'Requests', 'Seconds']}>
        {Object.entries(LIMITS).map(([name, { requests, seconds }]) => (
          <tr key={name}>
            <th scope="row">
              <code>{name}</code>
            </th>
            <td>{ABOUT[name as keyof typeof LIMITS]}</td>
            <td>{requests.toLocaleString('en')}</td>
            <td>{seconds.toLocaleString('en')}</td>
          </tr>
        ))}
      </Table>
    </ApiPage>
  );
}
