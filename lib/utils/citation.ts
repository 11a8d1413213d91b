type Cited = {
  namespace: string;
  name: string;
  title: string;
  version: string;
  publishedAt: string;
  sha256: string;
  /** Absolute. */
  url: string;
};

/** A sha256 in hex as subresource integrity and lock files write it. */
export function integrityOf(sha256: string): string {
  const bytes = (sha256.match(/../g) ?? []).map((pair) => String.fromCharCode(Number.parseInt(pair, 16)));
  return `sha256-${btoa(bytes.join(''))}`;
}

/** One line that names exactly these bytes. */
export function plainCitation({ namespace, name, title, version, publishedAt, sha256, url }: Cited): string {
  return `@${namespace}. ${title} (@${namespace}/${name}), version ${version}, ${publishedAt.slice(0, 10)}. ${url} sha256:${sha256}`;
}

const BIBTEX_MARKS: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};
const bibtexText = (text: string) =>
  text.replace(/[\\{}$&#%_~^]/g, (mark) => BIBTEX_MARKS[mark] ?? `\\${mark}`).replace(/\s+/g, ' ');

/** As BibTeX. */
export function bibtexCitation({ namespace, name, title, version, publishedAt, sha256, url }: Cited): string {
  const key = `${namespace}-${name}-${version}`.replace(/[^A-Za-z0-9.-]/g, '-');
  return [
    `@software{${key},`,
    `  title = {${bibtexText(title)}},`,
    `  author = {{@${bibtexText(namespace)}}},`,
    `  version = {${bibtexText(version)}},`,
    `  date = {${publishedAt.slice(0, 10)}},`,
    `  url = {${url}},`,
    `  note = {sha256:${sha256}}`,
    '}',
  ].join('\n');
}
