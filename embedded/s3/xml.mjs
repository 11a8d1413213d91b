const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Control characters become references, else a key that holds one could not be listed. */
const escaped = (text) =>
  [...text].map((c) => ESCAPES[c] ?? (c < ' ' ? `&#x${c.charCodeAt(0).toString(16)};` : c)).join('');

/** `element('A', [element('B', 1)])`; null and undefined children are left out. */
export function element(name, content) {
  if (content === undefined || content === null) return '';
  const inner = Array.isArray(content) ? content.join('') : escaped(String(content));
  return `<${name}>${inner}</${name}>`;
}

/** A whole document whose root is in S3's namespace. */
export const xmlDocument = (name, children) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${name} xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${children.join('')}</${name}>`;

/** Text of every `<name>` in a document, entities resolved. Enough for the two flat documents that clients send. */
export function textsOf(xml, name) {
  return [...xml.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map(([, text]) =>
    text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));/g, (whole, hex, decimal, word) => {
      if (word) return ENTITIES[word] ?? whole;
      return String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal));
    }),
  );
}

/** The inside of every `<name>`, which may hold other elements. */
export const blocksOf = (xml, name) =>
  [...xml.matchAll(new RegExp(`<${name}>([\\s\\S]*?)</${name}>`, 'g'))].map(([, inside]) => inside);
