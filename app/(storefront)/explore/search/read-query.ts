import { parseOperators } from '@/lib/discovery/operators';
import { type ListModulesInput, listModulesSchema } from '@/lib/discovery/schema';

const LONGEST_TEXT = 200;

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

/** What was given for a field, shortened for a sentence. */
const quoted = (text: string) => `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`;

function givenIn(params: SearchParams): Record<string, string> {
  const given: Record<string, string> = {};
  for (const key of FIELDS) {
    const value = params[key];
    const text = Array.isArray(value) ? value[0] : value;
    if (text?.trim()) given[key] = text.trim();
  }
  return given;
}

/** A person who pasted a whole file gets results for its beginning. */
function shortened(text: string): string {
  const cut = text.slice(0, LONGEST_TEXT);
  return cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST_TEXT / 2)).trim();
}

/** Reads an address that a person may have typed: what is not valid is left out and named, never an error page. */
export function readQuery(params: SearchParams): ReadQuery {
  const given = givenIn(params);
  const { text, filters, problems: misread } = parseOperators(given.q ?? '');
  const problems = new Set(
    misread.map(({ operator, value, message }) => `${quoted(`${operator}:${value}`)} ${message}`),
  );
  const shown: Record<string, string> = { ...given, ...filters, q: text };
  if (text.length > LONGEST_TEXT) {
    shown.q = shortened(text);
    problems.add('That was a very long search. Only its beginning was used.');
  }
  if (!shown.q) delete shown.q;
  for (const { path, message } of listModulesSchema.safeParse(shown).error?.issues ?? []) {
    const key = String(path[0] ?? '');
    problems.add(`${key} ${quoted(shown[key] ?? '')} was left out: ${message}`);
    delete shown[key];
  }
  const valid = listModulesSchema.safeParse(shown).success;
  return { input: valid ? (shown as ListModulesInput) : {}, shown: valid ? shown : {}, problems: [...problems] };
}
