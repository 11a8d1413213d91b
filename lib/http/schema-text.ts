/** The part of JSON Schema that the OpenAPI document uses. */
export type JsonSchema = {
  $ref?: string;
  type?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: JsonSchema | boolean;
  description?: string;
  default?: unknown;
  format?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
};

export type Field = { name: string; type: string; isRequired: boolean; about: string };

/** Deeper objects are named, not written out. */
const DEEPEST = 3;

function rangeOf({ minimum, maximum, minLength, maxLength }: JsonSchema): string {
  const isBounded = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER;
  if (isBounded) return ` ${minimum ?? 0}–${maximum}`;
  return maxLength === undefined ? '' : ` of ${minLength ?? 0}–${maxLength} characters`;
}

/** A type in words: `integer 1–100`, `'a' | 'b'`, `Module[]`. Names of shapes stand as they are. */
export function typeOf(schema: JsonSchema): string {
  if (schema.$ref) return schema.$ref.split('/').at(-1) ?? '';
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return choices.map(typeOf).join(' | ');
  if (schema.type === 'array') {
    const item = typeOf(schema.items ?? {});
    return item.includes(' ') ? `(${item})[]` : `${item}[]`;
  }
  if (schema.type === 'object' && !schema.properties && typeof schema.additionalProperties === 'object')
    return `map of ${typeOf(schema.additionalProperties)}`;
  const format = schema.format === 'date-time' ? ' (date-time)' : '';
  return `${schema.type ?? 'any'}${rangeOf(schema)}${format}`;
}

/** The fields of an object, and of the objects in it, as `outer.inner`; of a list, those of its items. */
export function fieldsOf(schema: JsonSchema, before = '', depth = 1): Field[] {
  if (schema.type === 'array' && schema.items) return fieldsOf(schema.items, `${before}[]`, depth);
  return Object.entries(schema.properties ?? {}).flatMap(([key, value]) => {
    const name = before && key ? `${before}.${key}` : key;
    const told = value.default === undefined ? '' : ` Default: ${JSON.stringify(value.default)}.`;
    const field = {
      name,
      type: typeOf(value),
      isRequired: schema.required?.includes(key) ?? false,
      about: `${value.description ?? ''}${told}`.trim(),
    };
    return [field, ...(depth < DEEPEST ? fieldsOf(value, name, depth + 1) : [])];
  });
}
