import { type ListModulesInput, listModulesSchema } from '@/lib/discovery/schema';

export type SearchParams = Record<string, string | string[] | undefined>;
export type ReadQuery = {
  /** What the list is asked for. */
  input: ListModulesInput;
  /** The same as text, for links and for the form: operators typed into the search are filters here. */
  shown: Record<string, string>;
  /** Sentences about what was left out. */
  problems: string[];
};

const FIELDS = Object.keys(listModulesSchema.shape);
const OPERATOR = /(?:^|\s)(kind|app|os|shell|tag|license|author|appearance):(\S+)/g;

/** Takes `kind:prompt` and its like out of the search text. */
function splitOperators(q: string): Record<string, string> {
  const found: Record<string, string> = {};
  const rest = q.replace(OPERATOR, (_, key: string, value: string) => {
    found[key] = value;
    return ' ';
  });
  return { ...found, q: rest.replace(/\s+/g, ' ').trim() };
}

/** Reads an address that a person may have typed: what is not valid is left out and named, never an error page. */
export function readQuery(params: SearchParams): ReadQuery {
  const given: Record<string, string> = {};
  for (const key of FIELDS) {
    const value = params[key];
    const text = Array.isArray(value) ? value[0] : value;
    if (text?.trim()) given[key] = text.trim();
  }
  const shown = { ...given, ...splitOperators(given.q ?? '') };
  if (!shown.q) delete shown.q;
  const parsed = listModulesSchema.safeParse(shown);
  if (parsed.success) return { input: shown as ListModulesInput, shown, problems: [] };
  const problems = new Set<string>();
  for (const { path, message } of parsed.error.issues) {
    const key = String(path[0] ?? '');
    problems.add(`${key} “${(shown[key] ?? '').slice(0, 60)}” was left out: ${message}`);
    delete shown[key];
  }
  const retried = listModulesSchema.safeParse(shown);
  return {
    input: retried.success ? (shown as ListModulesInput) : {},
    shown: retried.success ? shown : {},
    problems: [...problems],
  };
}
