const WORDS = 'a prerendered page of plain text that only has to weigh as much as the page it stands beside '.split(
  ' ',
);

export function textOf(length) {
  const wanted = Math.min(Number(length) || 0, 1_000_000);
  let text = '';
  for (let at = 0; text.length < wanted; at += 1) text += `${WORDS[at % WORDS.length]} `;
  return text.slice(0, wanted);
}
