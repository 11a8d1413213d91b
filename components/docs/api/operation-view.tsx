import { CodeBlock } from '@/components/code/code-block';
import type { OperationReference, Reply } from '@/lib/http/reference';
import { routes } from '@/lib/routes';
import { FieldTable } from './field-table';
import { ProseText } from './prose-text';
import { TypeText } from './type-text';

function ReplyView({ reply }: { reply: Reply }) {
  return (
    <>
      <p>
        <b>{reply.status}</b> <TypeText type={reply.type} />. {reply.says}
        {reply.says.endsWith('.') ? ' ' : '. '}Headers: <code>{reply.headers.join(', ')}</code>.
      </p>
      {reply.fields.length > 0 && <FieldTable caption={`Fields of the answer ${reply.status}`} rows={reply.fields} />}
    </>
  );
}

/** Everything about one operation: who may call it, what it takes and answers, and a line to try it with. */
export function OperationView({ operation }: { operation: OperationReference }) {
  const { id, method, path, summary, description, scope, needsToken, limits, parameters, body, replies, codes, curl } =
    operation;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{summary}</h2>
      <p>
        <code className="wrap-anywhere">
          {method} /api/v1{path}
        </code>
      </p>
      <p>
        <ProseText text={description} />
      </p>
      <p className="text-ink-2">
        {scope === null && 'No token.'}
        {scope !== null &&
          (needsToken ? 'A token with the scope ' : 'No token needed; one that is sent must have the scope ')}
        {scope !== null && <code>{scope}</code>}
        {scope !== null && '.'} Limit: {limits.join('; ')}.
      </p>
      {parameters.length > 0 && (
        <>
          <h3>Parameters</h3>
          <FieldTable caption={`Parameters of ${id}`} rows={parameters} />
        </>
      )}
      {body && (
        <>
          <h3>Body</h3>
          <FieldTable caption={`Body of ${id}`} rows={body} />
        </>
      )}
      <h3>Answer</h3>
      {replies.map((reply) => (
        <ReplyView key={reply.status} reply={reply} />
      ))}
      <h3>Refusals</h3>
      <p>
        {codes.map((code, at) => (
          <span key={code}>
            {at > 0 && ', '}
            <a href={routes.apiError(code)}>
              <code>{code}</code>
            </a>
          </span>
        ))}
      </p>
      <h3>Try it</h3>
      <CodeBlock code={curl} language="sh" />
    </section>
  );
}
