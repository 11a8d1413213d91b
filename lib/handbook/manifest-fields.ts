import { manifestJsonSchema } from '@/lib/manifest/json-schema';
import { KIND_KEYS, MODULE_KINDS, type ModuleKind } from '@/types/module-kind';

/** One field of the manifest, as the schema has it. `limits` are short phrases, `values` the only ones allowed. */
export type ManifestField = {
  path: string;
  type: string;
  isRequired: boolean;
  default: string | null;
  values: string[];
  limits: string[];
  description: string;
};

/** What is read of a JSON Schema. */
type Node = {
  type?: string;
  description?: string;
  default?: unknown;
  const?: unknown;
  enum?: unknown[];
  pattern?: string;
  format?: string;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  uniqueItems?: boolean;
  properties?: Record<string, Node>;
  required?: string[];
  items?: Node;
  oneOf?: Node[];
  anyOf?: Node[];
  additionalProperties?: Node | boolean;
};

const branchesOf = (node: Node): Node[] => node.oneOf ?? node.anyOf ?? [node];

function typeOf(node: Node): string {
  if (node.oneOf ?? node.anyOf) return [...new Set(branchesOf(node).map(typeOf))].join(' or ');
  if (node.type === 'array') return `list of ${plural(node.items ? typeOf(node.items) : 'value')}`;
  if (node.type !== 'object') return String(node.type);
  return typeof node.additionalProperties === 'object'
    ? `object of ${plural(typeOf(node.additionalProperties))}`
    : 'object';
}
const plural = (type: string) =>
  type.startsWith('list') ? type.replace('list', 'lists') : type.replace(/^\w+/, '$&s');

function* counts(unit: string, from = 0, to?: number): Generator<string> {
  if (to !== undefined && from === to) yield `exactly ${to} ${unit}`;
  else if (to !== undefined) yield from > 1 ? `${from} to ${to} ${unit}` : `at most ${to.toLocaleString('en')} ${unit}`;
  if (from === 1 && unit === 'entries') yield 'at least one';
}

function* limitsOf(node: Node): Generator<string> {
  yield* counts('characters', node.minLength, node.maxLength);
  yield* counts('entries', node.minItems, node.maxItems);
  if (node.uniqueItems) yield 'no entry twice';
  if (node.minimum !== undefined && node.maximum !== undefined) yield `${node.minimum} to ${node.maximum}`;
  if (node.pattern !== undefined) yield `matches ${node.pattern}`;
  if (node.format === 'uri') yield 'an http or https address';
  if (node.items) for (const limit of limitsOf(node.items)) yield `each: ${limit}`;
}

function valuesOf(node: Node): string[] {
  if (node.enum) return node.enum.map(String);
  if (node.const !== undefined) return [JSON.stringify(node.const)];
  return node.items ? valuesOf(node.items) : [];
}

/** The same field as several shapes of an object have it, as one. */
function fieldOf(path: string, owners: Node[], key: string): ManifestField {
  const nodes = owners.flatMap((owner) => owner.properties?.[key] ?? []);
  const variants = nodes.flatMap(branchesOf);
  const first: Node = nodes[0] ?? {};
  return {
    path,
    type: [...new Set(nodes.map(typeOf))].join(' or '),
    isRequired: owners.every((owner) => owner.required?.includes(key)) && first.default === undefined,
    default: first.default === undefined ? null : String(first.default),
    values: [...new Set(variants.flatMap(valuesOf))],
    limits: [...new Set(variants.flatMap((node) => [...limitsOf(node)]))],
    description: first.description ?? '',
  };
}

function fieldsBelow(owners: Node[], path: string): ManifestField[] {
  const keys = [...new Set(owners.flatMap((owner) => Object.keys(owner.properties ?? {})))];
  return keys.flatMap((key) => {
    const at = path ? `${path}.${key}` : key;
    const nodes = owners.flatMap((owner) => owner.properties?.[key] ?? []);
    const lists = nodes.flatMap((node) => node.items ?? []);
    return [
      fieldOf(at, owners, key),
      ...fieldsBelow(nodes.flatMap(branchesOf), at),
      ...fieldsBelow(lists.flatMap(branchesOf), `${at}[]`),
    ];
  });
}

export type ManifestReference = { common: ManifestField[]; kinds: Record<ModuleKind, ManifestField[]> };

/** Every field of the manifest with its limits, from the very schema that the verifier reads with. */
export function manifestReference(): ManifestReference {
  const branches = (manifestJsonSchema() as Node).oneOf ?? [];
  const kindKeys: string[] = Object.values(KIND_KEYS);
  const all = fieldsBelow(branches, '');
  const belongs = (field: ManifestField, key: string) => field.path === key || field.path.startsWith(`${key}.`);
  const kinds = Object.fromEntries(
    MODULE_KINDS.map((kind) => [
      kind,
      all.filter((field) => belongs(field, KIND_KEYS[kind]) && field.path !== KIND_KEYS[kind]),
    ]),
  ) as Record<ModuleKind, ManifestField[]>;
  return { common: all.filter((field) => !kindKeys.some((key) => belongs(field, key))), kinds };
}
