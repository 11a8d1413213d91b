import * as z from 'zod';

import { FIELD_DESCRIPTIONS } from './field-descriptions';
import { KIND_FIELD_DESCRIPTIONS } from './kind-field-descriptions';
import { manifestSchema } from './manifest';

type Node = {
  description?: string;
  properties?: Record<string, Node>;
  items?: Node;
  oneOf?: Node[];
  anyOf?: Node[];
};

const DESCRIPTIONS: Record<string, string> = { ...FIELD_DESCRIPTIONS, ...KIND_FIELD_DESCRIPTIONS };

/** Says at each field what it is for; `path` is `files[].dest`, say. */
function addDescriptions(node: Node, path: string): void {
  for (const [key, field] of Object.entries(node.properties ?? {})) {
    const at = path ? `${path}.${key}` : key;
    const description = DESCRIPTIONS[at];
    if (description !== undefined) field.description = description;
    addDescriptions(field, at);
  }
  if (node.items) addDescriptions(node.items, `${path}[]`);
  for (const branch of [...(node.oneOf ?? []), ...(node.anyOf ?? [])]) addDescriptions(branch, path);
}

/** JSON Schema 2020-12 of what an author may write, for editors; the rules across fields are the verifier's alone. */
export function manifestJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(manifestSchema, { target: 'draft-2020-12', io: 'input', unrepresentable: 'any' });
  addDescriptions(schema as Node, '');
  return { ...schema, title: 'dotkit module manifest', description: 'dotkit.json at the root of a module, version 1.' };
}
