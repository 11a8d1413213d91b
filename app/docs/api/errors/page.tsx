import { apiMetadata } from '@/components/docs/api/api-metadata';
import { ApiPage } from '@/components/docs/api/api-page';
import { listErrors } from '@/lib/http/reference';
import { routes } from '@/lib/routes';

export const metadata = apiMetadata('errors');

/** Beyond so many a code belongs to the API as a whole. */
const MANY = 12;

export default function ApiErrors() {
  return (
    <ApiPage slug="errors">
      <p>
        Every code that anything here refuses with: the API, the forms, the command line. The code is stable; its
        sentence may become a better one. Marks (…) stand for what the sentence names.
      </p>
      {listErrors().map(({ code, status, sentence, operations }) => (
        <section key={code} aria-labelledby={code}>
          <h2 id={code}>
            <code>{code}</code>
          </h2>
          <p>
            <b>{status}</b> {sentence}
          </p>
          {operations.length > MANY && <p className="text-ink-2">Many operations may answer it.</p>}
          {operations.length > 0 && operations.length <= MANY && (
            <p className="text-ink-2">
              Answered by{' '}
              {operations.map(({ id, group }, at) => (
                <span key={id}>
                  {at > 0 && ', '}
                  <a href={`${routes.apiReference(group)}#${id}`}>
                    <code>{id}</code>
                  </a>
                </span>
              ))}
              .
            </p>
          )}
        </section>
      ))}
    </ApiPage>
  );
}
