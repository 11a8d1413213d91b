/**
 * What two names that a person could take for each other have in common: case, `-_.` and the confusable
 * sequences of lower-case ASCII are folded away.
 */
export function lookalikeKey(name: string): string {
  return name
    .toLowerCase()
    .replace(/[-_.]/g, '')
    .replaceAll('0', 'o')
    .replaceAll('1', 'l')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w');
}
