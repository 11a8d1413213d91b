import { Fragment } from 'react';
import { type ManifestField, manifestReference } from '@/lib/handbook/manifest-fields';
import { MODULE_KINDS } from '@/types/module-kind';
import { DocsHeading } from '../docs-heading';

function Field({ field }: { field: ManifestField }) {
  const { path, type, isRequired, values, limits, description } = field;
  return (
    <div id={`field-${path}`}>
      <dt>
        <code>{path}</code>
        <small>
          {type}, {isRequired ? <strong>required</strong> : 'optional'}
          {field.default !== null && (
            <>
              , default <code>{field.default}</code>
            </>
          )}
        </small>
      </dt>
      <dd>
        {description}
        {values.length > 0 && (
          <p>
            {values.length > 1 ? 'One of ' : 'Always '}
            {values.map((value, at) => (
              <span key={value}>
                {at > 0 && ', '}
                <code>{value}</code>
              </span>
            ))}
          </p>
        )}
        {limits.map((limit) => {
          const [words = '', pattern] = limit.split(/(?<=matches )/);
          return (
            <p key={limit} className="limits">
              {words}
              {pattern && <code>{pattern}</code>}
            </p>
          );
        })}
      </dd>
    </div>
  );
}

function Fields({ of }: { of: ManifestField[] }) {
  return (
    <dl className="toc fields">
      {of.map((field) => (
        <Field key={field.path} field={field} />
      ))}
    </dl>
  );
}

/** Every field of the manifest, made from the schema that the verifier reads with. */
export function ManifestReference() {
  const { common, kinds } = manifestReference();
  return (
    <>
      <DocsHeading level={2}>Fields of every kind</DocsHeading>
      <Fields of={common} />
      {MODULE_KINDS.map((kind) => (
        <Fragment key={kind}>
          <DocsHeading level={2}>{`Fields of ${kind}`}</DocsHeading>
          <Fields of={kinds[kind]} />
        </Fragment>
      ))}
    </>
  );
}
