/** Keeps the title and the sections from `version` downwards, so that an older archive does not tell of newer ones. */
export function changelogUpTo(text: string, version: string): string {
  const [title = '', ...sections] = text.split(/^(?=## )/m);
  const start = sections.findIndex((section) => section.startsWith(`## ${version}`));
  if (start < 0) throw new Error(`The changelog has no section for ${version}.`);
  return title + sections.slice(start).join('');
}
