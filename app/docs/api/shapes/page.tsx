import { apiMetadata } from '@/components/docs/api/api-metadata';
import { ApiPage } from '@/components/docs/api/api-page';
import { FieldTable } from '@/components/docs/api/field-table';
import { ProseText } from '@/components/docs/api/prose-text';
import { TypeText } from '@/components/docs/api/type-text';
import { listShapes } from '@/lib/http/reference';

export const metadata = apiMetadata('shapes');

export default function ApiShapes() {
  return (
    <ApiPage slug="shapes">
      <p>The named objects that answers are made of, as the OpenAPI document has them.</p>
      {listShapes().map(({ name, about, type, fields }) => (
        <section key={name} aria-labelledby={name}>
          <h2 id={name}>{name}</h2>
          {about && (
            <p>
              <ProseText text={about} />
            </p>
          )}
          {fields.length > 0 ? (
            <FieldTable caption={`Fields of ${name}`} rows={fields} />
          ) : (
            <p>
              <TypeText type={type} />
            </p>
          )}
        </section>
      ))}
    </ApiPage>
  );
}
