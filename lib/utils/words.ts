/** Lower-case words of a text, without accents: what is indexed and what is searched for pass through here alike. */
export function words(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

const STOP_WORDS = new Set(
  'a an and any are as at be by can for from has have i in is it its my no not of on or so that the their them this to use used uses using via was with you your'.split(
    ' ',
  ),
);

/** Words that say nothing about a module: they would be the longest lists of the index. */
export const isStopWord = (word: string): boolean => STOP_WORDS.has(word);
