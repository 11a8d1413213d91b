const MARKUP: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
// biome-ignore lint/suspicious/noControlCharactersInRegex: what XML 1.0 allows nowhere, not even escaped
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** Text without what an XML document may not hold in any form. */
export const xmlSafe = (text: string): string => text.replace(FORBIDDEN, '');

/** Text for an element or an attribute of an XML document. */
export const escapeXml = (text: string): string => xmlSafe(text).replace(/[&<>"']/g, (sign) => MARKUP[sign] ?? '');

/** JSON that may stand inside a script element: no character of it can end the element or begin a comment. */
export const jsonForScript = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
