/** A sentence of the document, in which what stands in backticks is code. */
export function ProseText({ text }: { text: string }) {
  return text.split(/`([^`]+)`/).map((part, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
    at % 2 ? <code key={at}>{part}</code> : part,
  );
}
